package org.portbench.harness.linux.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.portbench.harness.linux.domain.WarmUp;
import org.portbench.harness.linux.way.WayKind;

/** A harness in a process of its own, for tests that end it. */
final class OtherHarness {
  private OtherHarness() {}

  public static void main(String[] args) {
    try (Bench bench = new Bench(Path.of(args[0]), Placement.ALTERNATING)) {
      while (true) {
        bench.run(Small.of(WayKind.COPY).cell(), WarmUp.NONE, 10_000);
      }
    }
  }

  static Process start(Path directory) throws IOException {
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OtherHarness.class.getName(),
                directory.toString()))
        .inheritIO()
        .start();
  }
}
