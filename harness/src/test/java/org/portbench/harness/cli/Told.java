package org.portbench.harness.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What a command ended with and said, run within this JVM. */
record Told(int code, String out, String err) {

  /** Runs below are kept in {@code home}. */
  static Told of(Path home, String... args) {
    return of(home, Map.of("CI", "true"), args);
  }

  static Told of(Path home, Map<String, String> environment, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            List.of(args), new Surroundings(stream(out), stream(err), environment, false, home));
    return new Told(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The one line that was said on standard error. */
  String oneLine() {
    List<String> lines = err.lines().toList();
    if (lines.size() != 1 || !out.isEmpty()) {
      throw new AssertionError("not one line:\n" + out + "----\n" + err);
    }
    return lines.getFirst();
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
