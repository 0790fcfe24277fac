package org.portbench.harness.linux.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.portbench.harness.linux.domain.DomainMain;
import org.portbench.harness.linux.sys.Affinity;

/** A JVM that is a domain, on one CPU with all of its threads. */
final class DomainProcess implements AutoCloseable {
  private static final File NOTHING = new File("/dev/null");
  private static final long PATIENCE_MS = 2_000;

  private final Process process;

  private DomainProcess(Process process) {
    this.process = process;
  }

  /**
   * @param socket on which the harness listens
   */
  static DomainProcess start(String socket, int cpu) throws IOException {
    Affinity before = Affinity.ofThisThread();
    new Affinity(List.of(cpu)).applyToThisThread();
    try {
      return new DomainProcess(
          new ProcessBuilder(command(socket))
              .redirectInput(NOTHING)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.PIPE)
              .start());
    } finally {
      before.applyToThisThread();
    }
  }

  /** The serial collector, one small heap, and compilers that do not wait long. */
  private static List<String> command(String socket) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx64m",
        "-XX:-UsePerfData",
        "-XX:+DisableAttachMechanism",
        "-XX:Tier4InvocationThreshold=500",
        "-XX:Tier4MinInvocationThreshold=200",
        "-XX:Tier4CompileThreshold=1000",
        "-XX:Tier4BackEdgeThreshold=10000",
        "-XX:+ErrorFileToStderr",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        System.getProperty("java.class.path"),
        DomainMain.class.getName(),
        socket);
  }

  long pid() {
    return process.pid();
  }

  boolean alive() {
    return process.isAlive();
  }

  /** What it said before it ended, in one line, and how it ended. */
  String lastWords() {
    try {
      if (!process.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
        return "goes on, but no longer answers";
      }
      String first =
          process.errorReader().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
      String how = "ended with " + process.exitValue();
      return first.isEmpty() ? how : how + ": " + first;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "is not waited for";
    }
  }

  /** Kills it, and waits until it is gone. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
      process.getErrorStream().close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
