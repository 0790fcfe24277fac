package org.portbench.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The command line as a process of its own.
 *
 * @param options of the JVM
 */
record ChildJvm(Path folder, List<String> options) {
  private static final int LONGEST_SECONDS = 300;

  Told run(String... args) throws IOException, InterruptedException {
    return ended(start(args));
  }

  Process start(String... args) throws IOException {
    return start(interruptible(), args);
  }

  /**
   * In a shell that lets no file become larger.
   *
   * @param halfKib in units of 512 bytes, as the standard has it
   */
  Process limited(int halfKib, String... args) throws IOException {
    return start(List.of("sh", "-c", "ulimit -f " + halfKib + "; exec \"$@\"", "sh"), args);
  }

  private Process start(List<String> before, String... args) throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Djava.awt.headless=true", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    command.addAll(List.of("-cp", classes, "org.portbench.harness.cli.Main"));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("CI", "true");
    return builder.redirectOutput(out().toFile()).redirectError(err().toFile()).start();
  }

  Told ended(Process process) throws IOException, InterruptedException {
    if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("runs for longer than " + LONGEST_SECONDS + " s");
    }
    return new Told(process.exitValue(), Files.readString(out()), Files.readString(err()));
  }

  private Path out() {
    return folder.resolve("stdout.txt");
  }

  private Path err() {
    return folder.resolve("stderr.txt");
  }

  /** Who runs tests in the background hands on that Ctrl-C is ignored; env takes that back. */
  private static List<String> interruptible() {
    List<String> env = List.of("env", "--default-signal=INT");
    List<String> probe = new ArrayList<>(env);
    probe.add("true");
    try {
      return new ProcessBuilder(probe).start().waitFor() == 0 ? env : List.of();
    } catch (IOException e) {
      return List.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
