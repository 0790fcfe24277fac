package org.portbench.harness.gate.selftest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Another JVM, with another collector and another number of CPUs, changes nothing.
 *
 * @param main the class that the command line begins with
 */
record CollectorCheck(SmallSuite suite, String main) implements Check {
  private static final Map<String, String> JVMS =
      new TreeMap<>(
          Map.of(
              "-XX:+UseParallelGC", "-XX:ActiveProcessorCount=2",
              "-XX:+UseG1GC", "-XX:ActiveProcessorCount=1"));

  @Override
  public Report run() {
    List<String> failures = new ArrayList<>();
    JVMS.forEach((collector, processors) -> launch(collector, processors, failures));
    return new Report(
        "%d other JVMs, each with its own collector and number of CPUs, change nothing"
            .formatted(JVMS.size()),
        failures);
  }

  private void launch(String collector, String processors, List<String> failures) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(collector, processors, "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", classes(), main));
    command.addAll(suite.arguments("check"));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      byte[] said = process.getInputStream().readAllBytes();
      int code = process.waitFor();
      if (code != 0) {
        String text = new String(said, StandardCharsets.UTF_8).strip();
        failures.add(collector + ": exit code " + code + ": " + text);
      }
    } catch (IOException e) {
      failures.add(collector + ": cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add(collector + ": interrupted");
    }
  }

  /** A build tool may say elsewhere which classes a test has. */
  private static String classes() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
