package org.portbench.harness.duet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.portbench.harness.probe.Probe;

/** The probe's classes in a folder of their own, so that they can go before any build. */
final class ProbeClasses {
  private static final List<String> NAMES =
      List.of(
          "Asked",
          "DelayedStrategy",
          "Events",
          "Injection",
          "Iterations",
          "Probe",
          "Reads",
          "SlowestReads",
          "Spin");

  private ProbeClasses() {}

  static String mainClass() {
    return Probe.class.getName();
  }

  static void copyInto(Path folder) {
    Path inPackage = folder.resolve(Probe.class.getPackageName().replace('.', '/'));
    try {
      Files.createDirectories(inPackage);
      for (String name : NAMES) {
        try (InputStream bytes = Probe.class.getResourceAsStream(name + ".class")) {
          Files.copy(bytes, inPackage.resolve(name + ".class"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
