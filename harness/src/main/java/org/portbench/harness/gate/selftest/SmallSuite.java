package org.portbench.harness.gate.selftest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A suite of few cells in a folder of its own, with the baseline that the gate keeps of it. */
record SmallSuite(Path folder, Portbench portbench) {
  private static final String CELLS =
      """
      description = "what the self-test damages"
      seed = 1

      [[matrix]]
      machines = ["server-2024", "pc-2003"]
      workloads = ["randread-4k"]
      queue_depths = [2]
      operations = 5

      [[matrix]]
      machines = ["pc-2003"]
      strategies = ["copy"]
      workloads = ["randwrite-4k"]
      operations = 5
      """;

  /** Writes it, and its baseline. */
  static SmallSuite in(Path folder, Portbench portbench) {
    SmallSuite suite = new SmallSuite(folder, portbench);
    write(suite.cells(), CELLS);
    suite.gate("update");
    return suite;
  }

  Path cells() {
    return folder.resolve("small.toml");
  }

  Path baseline() {
    return folder.resolve("small.json");
  }

  Portbench.Answer gate(String command, String... more) {
    return portbench.run(arguments(command, more));
  }

  List<String> arguments(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of("gate", command));
    arguments.addAll(List.of("--suite", cells().toString()));
    arguments.addAll(List.of("--baseline", baseline().toString()));
    arguments.addAll(List.of(more));
    return arguments;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
