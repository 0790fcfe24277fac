package org.portbench.harness.experiment;

import static org.portbench.results.store.StoreException.Kind.WRITING;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.robust.RobustnessStudy;
import org.portbench.harness.run.Cell;
import org.portbench.reports.ComparisonReport;
import org.portbench.results.MachineNumber;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.results.claim.Judge;
import org.portbench.results.store.ResultStore;
import org.portbench.results.store.StoreException;
import org.portbench.strategies.Strategies;

/**
 * Runs a plan into a directory: its cells, many at a time, each kept as it finishes, then the
 * verdicts and the report.
 *
 * @param robust whether the claims are tested against other estimates once all cells are finished
 * @param environment how, where and when, as far as it is known by the time it is asked
 */
public record ExperimentRun(
    Plan plan,
    Strategies strategies,
    int jobs,
    boolean robust,
    RunPlace place,
    Supplier<SortedMap<String, String>> environment,
    RunObserver observer) {

  /**
   * Empty where an interrupt came first and has written what there was.
   *
   * @throws IOException where the report cannot be written
   */
  public Optional<RunResult> run() throws IOException {
    Map<String, TrialResult> before = place.kept(plan, strategies);
    try {
      return run(before);
    } catch (StoreException e) {
      throw e.kind() == WRITING ? resumable(e) : e;
    }
  }

  private StoreException resumable(StoreException e) {
    return new StoreException(
        WRITING,
        e.getMessage()
            + "; the cells that are finished are kept, portbench run --resume "
            + place.directory()
            + " runs the others");
  }

  private Optional<RunResult> run(Map<String, TrialResult> before) throws IOException {
    try (ResultStore store = place.store(result(List.of(), false), plan, strategies)) {
      observer.started();
      FinishedCells finished = new FinishedCells(plan, before, store, observer);
      AtomicReference<Supplier<RunResult>> known =
          new AtomicReference<>(() -> result(finished.inOrder(), false));
      Thread hook = new Thread(() -> interrupted(finished, store, known), "interrupted");
      Runtime.getRuntime().addShutdownHook(hook);
      try {
        runCells(finished);
        known.set(() -> judged(result(finished.inOrder(), true)));
        if (robust) {
          study(known, finished);
        }
        AtomicReference<RunResult> kept = new AtomicReference<>();
        finished.close(_ -> kept.set(keep(known, store)));
        Optional<RunResult> run = Optional.ofNullable(kept.get());
        if (run.isPresent()) {
          ComparisonReport.write(run.get(), place.directory());
        }
        return run;
      } finally {
        forget(hook);
      }
    }
  }

  private void runCells(FinishedCells finished) {
    List<Integer> missing = finished.missing();
    List<Cell> cells = missing.stream().map(plan.cells()::get).toList();
    new CellPool(strategies, jobs, observer)
        .run(cells, (index, result) -> finished.add(missing.get(index), result));
  }

  /** Tests the claims; from its beginning on, what is known is as far as the study has come. */
  private void study(AtomicReference<Supplier<RunResult>> known, FinishedCells finished) {
    RobustnessStudy study =
        new RobustnessStudy(known.get().get(), plan.cells(), strategies, observer);
    known.set(() -> {
      RunResult tested = study.soFar();
      RunResult now = result(finished.inOrder(), true).withClaims(tested.claims());
      return tested.study().map(now::withStudy).orElse(now);
    });
    study.run(jobs);
  }

  private static RunResult keep(AtomicReference<Supplier<RunResult>> known, ResultStore store) {
    RunResult run = known.get().get();
    store.finish(run);
    return run;
  }

  public static RunResult judged(RunResult run) {
    return run.withClaims(Judge.ofRegisteredClaims().verdicts(run));
  }

  private void interrupted(
      FinishedCells finished, ResultStore store, AtomicReference<Supplier<RunResult>> known) {
    try {
      finished.close(_ -> store.interrupt(known.get().get()));
    } catch (StoreException e) {
      observer.unwritten(e.getMessage());
    }
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
