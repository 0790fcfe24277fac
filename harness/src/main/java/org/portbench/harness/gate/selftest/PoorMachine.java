package org.portbench.harness.gate.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.portbench.hardware.cost.MachineProfiles;

/** A machine with too little memory for requests of some size. */
final class PoorMachine {
  private PoorMachine() {}

  /** The profile. */
  static String text() {
    try (InputStream rich = MachineProfiles.class.getResourceAsStream("/machines/pc-2003.toml")) {
      return new String(rich.readAllBytes(), StandardCharsets.UTF_8)
          .replace("\"pc-2003\"", "\"poor\"")
          .replaceFirst("total_mib = \\{ value = \\d+", "total_mib = { value = 1");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
