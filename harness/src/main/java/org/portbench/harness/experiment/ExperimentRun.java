package org.portbench.harness.experiment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.run.Cell;
import org.portbench.reports.ComparisonReport;
import org.portbench.results.MachineNumber;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.results.claim.Judge;
import org.portbench.results.store.ResultStore;
import org.portbench.strategies.Strategies;

/**
 * Runs a plan into a directory: its cells, many at a time, each kept as it finishes, then the
 * verdicts and the report.
 *
 * @param environment how, where and when, as far as it is known by the time it is asked
 */
public record ExperimentRun(
    Plan plan,
    Strategies strategies,
    int jobs,
    Path directory,
    Supplier<SortedMap<String, String>> environment,
    RunObserver observer) {

  /**
   * Empty where an interrupt came first and has written what there was.
   *
   * @throws IOException where the report cannot be written
   */
  public Optional<RunResult> run() throws IOException {
    try (ResultStore store = ResultStore.create(directory, result(List.of(), false))) {
      observer.started();
      FinishedCells finished = new FinishedCells(plan, store, observer);
      Thread hook = new Thread(() -> interrupted(finished, store), "interrupted");
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        runCells(finished);
        AtomicReference<RunResult> kept = new AtomicReference<>();
        finished.close(cells -> kept.set(keep(cells, store)));
        Optional<RunResult> run = Optional.ofNullable(kept.get());
        if (run.isPresent()) {
          ComparisonReport.write(run.get(), directory);
        }
        return run;
      } finally {
        forget(hook);
      }
    }
  }

  private RunResult keep(List<TrialResult> cells, ResultStore store) {
    RunResult run = judged(result(cells, true));
    store.finish(run);
    return run;
  }

  public static RunResult judged(RunResult run) {
    return run.withClaims(Judge.ofRegisteredClaims().verdicts(run));
  }

  private void runCells(FinishedCells finished) {
    CellRunner runner = new CellRunner(strategies, observer);
    ExecutorService workers =
        Executors.newFixedThreadPool(
            jobs, Thread.ofPlatform().daemon().name("cells-", 1).factory());
    try {
      List<Future<?>> pending = new ArrayList<>();
      for (int i = 0; i < plan.cells().size(); i++) {
        int index = i;
        Cell cell = plan.cells().get(i);
        pending.add(workers.submit(() -> finished.add(index, runner.run(cell))));
      }
      for (Future<?> cell : pending) {
        cell.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while cells were running", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private void interrupted(FinishedCells finished, ResultStore store) {
    finished.close(cells -> store.finish(result(cells, false)));
    observer.interrupted(finished.inOrder().size(), plan.cells().size());
  }

  private RunResult result(List<TrialResult> cells, boolean complete) {
    List<MachineNumber> numbers =
        plan.machines().stream().flatMap(machine -> numbers(machine).stream()).toList();
    return new RunResult(
        plan.experiment().name(),
        plan.experiment().seed(),
        complete,
        environment.get(),
        cells,
        numbers,
        plan.notes(),
        List.of());
  }

  private static List<MachineNumber> numbers(MachineProfile machine) {
    MachineNumber year =
        new MachineNumber(
            machine.name(),
            MachineNumber.YEAR,
            Integer.toString(machine.year()),
            "derived",
            machine.description());
    return Stream.concat(
            Stream.of(year),
            machine.numbers().stream()
                .map(n ->
                    new MachineNumber(machine.name(), n.key(), n.value(), n.status(), n.source())))
        .toList();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      // It runs already.
    }
  }
}
