package org.portbench.harness.duet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.portbench.harness.duet.TimedCell.Kind;
import org.portbench.harness.probe.Probe;
import org.portbench.results.gate.Iterations;
import org.portbench.results.gate.LaunchException;

/** JVMs of their own, one after the other, each of which measures one cell of one build. */
public final class FreshJvms {
  private static final int LONGEST_SECONDS = 120;
  private static final int STARTS_OF_OBSERVATION = 5;
  private static final String MAIN = "org.portbench.harness.cli.Main";

  /**
   * What Ctrl-C ends a process with, which then ends this one, too: not to be taken for a failure.
   */
  private static final Set<Integer> INTERRUPTED = Set.of(130, 143);

  private static final int UNTIL_ENDED_MS = 2_000;

  private final Path folder;
  private final Effort effort;
  private Process running;
  private boolean stopped;

  /**
   * @param folder empty, for what the JVMs need and say
   */
  public FreshJvms(Path folder, Effort effort) {
    this.folder = folder;
    this.effort = effort;
    ProbeClasses.copyInto(folder);
  }

  public Iterations measured(Build build, TimedCell cell) {
    build.mustBeTheSame();
    List<Double> eachNs = new ArrayList<>();
    if (cell.kind() == Kind.START) {
      for (int i = 0; i < STARTS_OF_OBSERVATION; i++) {
        long startNs = System.nanoTime();
        run(build, cell, MAIN, cell.what());
        eachNs.add((double) (System.nanoTime() - startNs));
      }
    } else {
      List<String> args = new ArrayList<>(effort.iterations(cell.kind().longer()));
      args.addAll(cell.what());
      for (String line : run(build, cell, ProbeClasses.mainClass(), args)) {
        eachNs.add(number(line, build, cell));
      }
    }
    try {
      return new Iterations(eachNs);
    } catch (IllegalArgumentException e) {
      throw failed(build, cell, "it measured nothing");
    }
  }

  private List<String> run(Build build, TimedCell cell, String main, List<String> args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(effort.jvmOptions());
    command.addAll(List.of("-cp", build.classPathAfter(folder), main));
    command.addAll(args);
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    try {
      Process process =
          started(
              new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()));
      if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(build, cell, "it takes longer than " + LONGEST_SECONDS + " s");
      }
      int code = process.exitValue();
      if (code == 0) {
        return Files.readAllLines(out);
      }
      if (stopped() || INTERRUPTED.contains(code)) {
        Thread.sleep(UNTIL_ENDED_MS);
      }
      String why = Files.readAllLines(err).stream().findFirst().orElse("exit code " + code);
      throw new LaunchException(message(build, cell, why), code == Probe.TOO_OLD);
    } catch (IOException e) {
      throw failed(build, cell, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(build, cell, "interrupted");
    }
  }

  private synchronized Process started(ProcessBuilder builder)
      throws IOException, InterruptedException {
    if (stopped) {
      Thread.sleep(UNTIL_ENDED_MS);
      throw new IOException("stopped");
    }
    running = builder.start();
    return running;
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  private static double number(String line, Build build, TimedCell cell) {
    try {
      return Double.parseDouble(line);
    } catch (NumberFormatException e) {
      throw failed(build, cell, "it said '" + line + "'");
    }
  }

  private static LaunchException failed(Build build, TimedCell cell, String why) {
    return new LaunchException(message(build, cell, why), false);
  }

  private static String message(Build build, TimedCell cell, String why) {
    return build.shown() + " cannot be measured by " + cell.name() + ": " + why;
  }

  /** Ends the one that runs; no other is started. */
  public synchronized void stop() {
    stopped = true;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }
}
