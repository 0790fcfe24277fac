package org.portbench.harness.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.portbench.harness.console.ConsoleObserver;
import org.portbench.harness.console.Ink;

/**
 * All that a command meets beside its arguments.
 *
 * @param terminal whether somebody watches
 * @param home of portbench: results are kept below it
 */
public record Surroundings(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal,
    Path home) {
  private static final String HOME = "portbench.home";
  private static final String DEBUG = "PORTBENCH_DEBUG";

  static Surroundings ofThisProcess() {
    return new Surroundings(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.getenv(),
        Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false),
        Path.of(System.getProperty(HOME, "")));
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Whether a line may be written over and over. */
  boolean rewritable() {
    return terminal && !has("CI") && !"dumb".equals(environment.get("TERM"));
  }

  Ink ink() {
    return new Ink(rewritable() && !has("NO_COLOR"));
  }

  boolean debugging() {
    return has(DEBUG);
  }

  private boolean has(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }

  /** Tells the user how a run goes on. */
  ConsoleObserver observer(String name, int cells, int threads, String directory) {
    return new ConsoleObserver(
        err,
        new ConsoleObserver.Heading(name, cells, threads, directory),
        rewritable(),
        debugging());
  }
}
