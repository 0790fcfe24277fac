package org.portbench.harness.micro;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.portbench.harness.experiment.ExperimentException;

/**
 * A JVM of its own for the benchmarks, which need libraries that nothing else of portbench does.
 */
public final class BenchProcess {
  private static final String MAIN = "org.portbench.bench.Benchmarks";

  private final List<String> command;
  private Process process;

  /**
   * @param home of portbench, below which it has been built
   */
  public BenchProcess(Path home) {
    Path target = home.resolve("harness").resolve("bench").resolve("target");
    Path jar = target.resolve("portbench-bench.jar");
    if (!Files.isRegularFile(jar)) {
      throw new ExperimentException(
          "the benchmarks are not built: " + jar + " is missing; mvn package makes it");
    }
    Path harness = home.resolve("harness").resolve("target").resolve("portbench.jar");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    command =
        List.of(
            java.toString(),
            "-XX:+UseSerialGC",
            "-Djmh.ignoreLock=true",
            "-cp",
            String.join(
                File.pathSeparator,
                jar.toString(),
                target.resolve("lib").resolve("*").toString(),
                harness.toString()),
            MAIN);
  }

  /**
   * Runs benchmarks; returns when the JVM has ended.
   *
   * @param done is told each name as it is done
   * @return its exit code
   */
  public int run(Path directory, boolean quick, Menu menu, Consumer<String> done)
      throws IOException {
    List<String> line = new ArrayList<>(command);
    line.add(directory.toString());
    line.add(quick ? "QUICK" : "THOROUGH");
    menu.items().forEach(item -> line.add(item.name()));
    synchronized (this) {
      process =
          new ProcessBuilder(line)
              .redirectError(Redirect.appendTo(directory.resolve("micro.log").toFile()))
              .start();
    }
    try (BufferedReader names =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      names.lines().forEach(done);
    }
    return end();
  }

  /** Ends the JVM, and those that it has started. */
  public synchronized void stop() {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
      end();
    }
  }

  private int end() {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // The JVM goes down anyway, and only with it does this one.
      }
    }
  }
}
