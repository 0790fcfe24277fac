package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.linux.sys.OnLinux;

final class CalibrateCommandTest {
  @TempDir Path home;

  @Test
  @OnLinux
  void aQuickLookWritesAProfileThatRunTakes() throws IOException {
    Path file = home.resolve("mine.toml");
    Told told = Told.of(home, "calibrate", "--quick", "--out", file.toString());

    assertEquals(0, told.code(), told.err());
    assertTrue(told.out().contains("system call"), told.out());
    MachineProfile machine = MachineProfiles.read(file);
    assertEquals("mine", machine.name());
    assertTrue(
        machine.numbers().stream()
            .anyMatch(number ->
                number.key().equals("cpu.system_call_ns")
                    && number.source().startsWith("measured, ")),
        machine.numbers().toString());
    try (Stream<Path> left = Files.list(home)) {
      assertEquals(List.of(file), left.toList());
    }
    Told ran =
        Told.of(
            home,
            "run",
            "--machine",
            file.toString(),
            "--strategy",
            "copy,vm-object",
            "--out",
            home.resolve("run").toString());
    assertEquals(0, ran.code(), ran.err());
  }

  @Test
  @OnLinux
  void aFileThatExistsIsKept() throws IOException {
    Path file = Files.writeString(home.resolve("mine.toml"), "kept");
    Told told = Told.of(home, "calibrate", "--quick", "--out", file.toString());

    assertEquals(2, told.code());
    assertTrue(told.err().endsWith("mine.toml: exists; name a new file\n"), told.err());
    assertEquals("kept", Files.readString(file));
  }

  @Test
  @OnLinux
  void aNameThatNoMachineCouldHaveIsRefused() {
    Path file = home.resolve("My Machine.toml");
    Told told = Told.of(home, "calibrate", "--out", file.toString());

    assertEquals(2, told.code());
    assertTrue(told.err().contains("its name is the machine's"), told.err());
    assertFalse(Files.exists(file));
  }
}
