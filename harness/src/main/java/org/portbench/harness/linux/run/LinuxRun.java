package org.portbench.harness.linux.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.portbench.harness.experiment.RunObserver;
import org.portbench.harness.workload.ContentDigest;
import org.portbench.reports.ComparisonReport;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.results.store.Asked;
import org.portbench.results.store.ResultStore;

/**
 * Runs a plan into a directory, as a run of the model is. An interrupt keeps what there is; the
 * processes end with this one.
 *
 * @param arguments of the command line that asks for it
 * @param environment how, where and when, as far as it is known by the time it is asked
 */
public record LinuxRun(
    LinuxPlan plan,
    Path directory,
    List<String> arguments,
    Supplier<SortedMap<String, String>> environment,
    RunObserver observer) {

  /**
   * Empty where an interrupt came first and has written what there was.
   *
   * @throws IOException where the report cannot be written
   */
  public Optional<RunResult> run() throws IOException {
    try (ResultStore store =
        ResultStore.create(directory, result(List.of(), false), new Asked(arguments, digest()))) {
      observer.started();
      Rounds rounds = new Rounds(plan);
      AtomicBoolean closed = new AtomicBoolean();
      Thread hook = new Thread(() -> interrupted(rounds, store, closed), "interrupted");
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        int[] count = {0};
        rounds.run(cell -> {
          synchronized (closed) {
            if (!closed.get()) {
              store.keep(cell);
              count[0]++;
              observer.finished(cell, (double) count[0] / plan.cells().size());
            }
          }
        });
        synchronized (closed) {
          if (closed.getAndSet(true)) {
            return Optional.empty();
          }
          observer.ended();
          RunResult run = result(rounds.soFar(), true);
          store.finish(run);
          ComparisonReport.write(run, directory);
          return Optional.of(run);
        }
      } finally {
        forget(hook);
      }
    }
  }

  private void interrupted(Rounds rounds, ResultStore store, AtomicBoolean closed) {
    synchronized (closed) {
      if (!closed.getAndSet(true)) {
        List<TrialResult> kept = rounds.soFar();
        ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
        observer.ended();
        store.interrupt(result(kept, false));
        observer.stopped(kept.size(), plan.cells().size());
      }
    }
  }

  private String digest() {
    ContentDigest digest = new ContentDigest();
    plan.cells().forEach(cell -> digest.add(cell.identity().id()).add(cell.digest()));
    return digest.hex();
  }

  private RunResult result(List<TrialResult> cells, boolean complete) {
    return new RunResult(
        plan.experiment(),
        plan.seed(),
        complete,
        environment.get(),
        cells,
        plan.machine().numbers(),
        plan.notes(),
        List.of());
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      // It runs already.
    }
  }
}
