package org.portbench.harness.duet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.harness.experiment.ExperimentException;

/** A commit in a folder of its own, which is gone when this is closed. */
final class Checkout implements AutoCloseable {
  private static final String BUILD_ERROR = "[ERROR] ";

  private final Path repository;
  private final Scratch scratch = new Scratch();
  private Process running;
  private boolean closed;

  /** What a process ended with and said, on both streams. */
  private record Ended(int code, List<String> lines) {}

  Checkout(Path repository) {
    this.repository = repository.toAbsolutePath();
  }

  /** Which commit that is; none where the repository has no such name, or there is none. */
  static Optional<String> commit(Path repository, String name) {
    try (Checkout git = new Checkout(repository)) {
      Ended found =
          git.run(
              git.repository,
              "git",
              "rev-parse",
              "--verify",
              "--quiet",
              "--end-of-options",
              name + "^{commit}");
      return found.code == 0 ? found.lines.stream().findFirst() : Optional.empty();
    }
  }

  /** Checks it out and builds it. */
  Build built(String shown, String commit) {
    Path tree = scratch.folder().resolve("tree");
    Ended added =
        run(repository, "git", "worktree", "add", "--quiet", "--detach", tree.toString(), commit);
    if (added.code != 0) {
      throw new ExperimentException(shown + " cannot be checked out: " + last(added));
    }
    Ended made =
        run(
            tree,
            "mvn",
            "--batch-mode",
            "-Dmaven.test.skip=true",
            "-Dmaven.compiler.failOnWarning=false",
            "-pl",
            "harness",
            "-am",
            "package");
    Path jar = tree.resolve("harness").resolve("target").resolve("portbench.jar");
    if (made.code != 0 || !Files.exists(jar)) {
      throw new ExperimentException(shown + " does not build: " + firstError(made));
    }
    return Build.ofJar(shown, jar);
  }

  private Ended run(Path where, String... command) {
    try {
      Process process;
      synchronized (this) {
        if (closed) {
          throw new ExperimentException("interrupted");
        }
        ProcessBuilder builder = new ProcessBuilder(command).directory(where.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        running = process;
      }
      List<String> lines = new ArrayList<>();
      try (var reader = process.inputReader(UTF_8)) {
        reader.lines().forEach(lines::add);
      }
      return new Ended(process.waitFor(), lines);
    } catch (IOException e) {
      throw new ExperimentException("a git ref needs git and mvn on the PATH: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExperimentException("interrupted");
    }
  }

  private static String firstError(Ended build) {
    return build.lines.stream()
        .filter(line -> line.startsWith(BUILD_ERROR))
        .map(line -> line.substring(BUILD_ERROR.length()))
        .findFirst()
        .orElseGet(() -> last(build));
  }

  private static String last(Ended ended) {
    return ended.lines.isEmpty() ? "exit code " + ended.code : ended.lines.getLast();
  }

  /** Ends what is running, removes the folder, and the repository forgets it. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      if (running != null && running.isAlive()) {
        running.descendants().forEach(ProcessHandle::destroyForcibly);
        running.destroyForcibly().onExit().join();
      }
    }
    try {
      boolean checkedOut = Files.exists(scratch.folder().resolve("tree"));
      scratch.close();
      if (checkedOut) {
        new ProcessBuilder("git", "worktree", "prune")
            .directory(repository.toFile())
            .start()
            .onExit()
            .join();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
