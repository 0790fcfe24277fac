package org.portbench.harness.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.portbench.harness.console.MicroProgress;
import org.portbench.harness.console.MicroText;
import org.portbench.harness.micro.BenchProcess;
import org.portbench.harness.micro.Menu;
import org.portbench.reports.MicroReport;
import org.portbench.results.micro.Scores;
import org.portbench.results.store.MicroStore;

/** From the first benchmark to the report, which an interrupt only makes shorter. */
final class MicroSession {
  /** From here on a process has ended by a signal. */
  private static final int SIGNALLED = 128;

  private final Surroundings surroundings;
  private final RunFolder folder;
  private final MicroStore store;
  private final Menu menu;
  private final MicroProgress progress;
  private final RunEnvironment environment;
  private boolean ended;

  MicroSession(PortbenchCommand portbench, RunFolder folder, MicroStore store, Menu menu) {
    this.surroundings = portbench.surroundings();
    this.folder = folder;
    this.store = store;
    this.menu = menu;
    this.progress =
        new MicroProgress(surroundings.err(), menu.items().size(), surroundings.rewritable());
    this.environment =
        new RunEnvironment(portbench.commandLine(), 1, folder, List.of(), surroundings);
  }

  int run(BenchProcess process, boolean quick) throws IOException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(process), "interrupted"));
    progress.started();
    int code = process.run(folder.path(), quick, menu, progress::finished);
    return ended(code >= SIGNALLED);
  }

  /** An interrupt may come to the benchmarks first, or to this JVM. */
  private synchronized int ended(boolean interrupted) throws IOException {
    if (ended) {
      return ExitCode.INTERRUPTED;
    }
    ended = true;
    progress.ended();
    Scores scores = store.scores();
    MicroReport.write(scores, environment.facts(), folder.path());
    int finished = scores.all().size();
    if (interrupted) {
      progress.interrupted(finished, folder.shown());
      return ExitCode.INTERRUPTED;
    }
    surroundings.out().println(new MicroText(scores, folder.shown(), surroundings.ink()).text());
    if (finished < menu.items().size()) {
      progress.failed(menu.items().size() - finished, folder.shown());
      return ExitCode.CELL_FAILED;
    }
    return ExitCode.PASSED;
  }

  private synchronized void interrupted(BenchProcess process) {
    try {
      if (!ended) {
        process.stop();
        ended(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
