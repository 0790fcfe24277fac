package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A suite of two cells on a machine of its own, whose numbers can be changed. */
record TinySuite(Path folder) {

  static TinySuite in(Path folder) throws IOException {
    Path machines = Path.of("..", "hardware-model/src/main/resources/machines");
    String profile = Files.readString(machines.resolve("pc-2003.toml"));
    Files.writeString(folder.resolve("mine.toml"), profile.replace("\"pc-2003\"", "\"mine\""));
    TinySuite suite = new TinySuite(folder);
    suite.strategies("copy", "direct");
    return suite;
  }

  Path file() {
    return folder.resolve("tiny.toml");
  }

  Path baseline() {
    return folder.resolve("results").resolve("baselines").resolve("tiny.json");
  }

  void strategies(String... names) throws IOException {
    Files.writeString(
        file(),
        """
        description = "few cells"
        machines = ["mine.toml"]
        strategies = ["%s"]
        workloads = ["randread-4k"]
        operations = 20
        """
            .formatted(String.join("\", \"", names)));
  }

  /** Replaces a line's value of the machine. */
  void machine(String key, String from, String to) throws IOException {
    Path mine = folder.resolve("mine.toml");
    String text = Files.readString(mine);
    String changed =
        text.replaceFirst(
            "(?m)^(" + key + "\\s*=\\s*\\{\\s*value\\s*=\\s*)" + from + "\\b", "$1" + to);
    assertTrue(!changed.equals(text), key + " is not " + from);
    Files.writeString(mine, changed);
  }

  Told gate(String command) {
    return Told.of(folder, "gate", command, "--suite", file().toString(), "--jobs", "2");
  }
}
