package org.portbench.harness.gate.selftest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Ledger;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.experiment.Plan;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.InParallel;
import org.portbench.harness.run.Trial;
import org.portbench.results.TrialResult;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.ExactCell;
import org.portbench.strategies.Strategies;

/**
 * Runs cells of the suite as they are and changed, and compares them as the gate does. A cell that
 * does not pass, or ends with an exception, is noticed too.
 */
final class TestBench {
  private final Strategies strategies;
  private final List<KnownCell> cells = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private final Map<Changed, Optional<ExactCell>> changed = new ConcurrentHashMap<>();

  private record Changed(Cell cell, String machine) {}

  TestBench(Plan plan, Strategies strategies, int jobs) {
    this.strategies = strategies;
    new InParallel(jobs)
        .run(plan.cells().stream().<Runnable>map(cell -> () -> know(cell)).toList());
    cells.sort(Comparator.comparingLong(KnownCell::tookNs));
  }

  private void know(Cell cell) {
    Set<String> charged = new HashSet<>();
    long start = System.nanoTime();
    Optional<ExactCell> exact = exact(trial(cell).showing(noting(charged)));
    long tookNs = System.nanoTime() - start;
    synchronized (cells) {
      exact.ifPresentOrElse(
          passed -> cells.add(new KnownCell(cell, passed, Set.copyOf(charged), tookNs)),
          () -> failed.add(cell.identity().id()));
    }
  }

  /** All cells, those that took the least time first. */
  List<KnownCell> cells() {
    return cells;
  }

  /** Cells that do not even pass as they are. */
  List<String> failed() {
    return failed;
  }

  List<MachineProfile> machines() {
    return cells.stream()
        .map(known -> known.cell().machine())
        .distinct()
        .sorted(Comparator.comparing(MachineProfile::name))
        .toList();
  }

  List<KnownCell> of(MachineProfile machine) {
    return cells.stream().filter(known -> isOn(known, machine)).toList();
  }

  /** The same, and behind them the cells of other machines, to be run on this one. */
  List<KnownCell> wherever(MachineProfile machine) {
    return Stream.concat(
            of(machine).stream(), cells.stream().filter(known -> !isOn(known, machine)))
        .toList();
  }

  private static boolean isOn(KnownCell known, MachineProfile machine) {
    return known.cell().machine().name().equals(machine.name());
  }

  /** Whether the gate tells the two machines apart by this cell. */
  boolean notices(KnownCell known, MachineProfile before, MachineProfile after) {
    Optional<ExactCell> base =
        before.equals(known.cell().machine())
            ? Optional.of(known.exact())
            : changed.computeIfAbsent(
                new Changed(known.cell(), before.name() + before.digest()),
                _ -> exact(known.cell(), before));
    return base.isPresent() && differ(base.get(), exact(known.cell(), after));
  }

  /** Whether the gate notices that primitives have other prices. */
  boolean notices(KnownCell known, Map<Primitive, Long> before, Map<Primitive, Long> after) {
    Optional<ExactCell> base =
        before.isEmpty() ? Optional.of(known.exact()) : exact(trial(known.cell()).priced(before));
    return base.isPresent() && differ(base.get(), exact(trial(known.cell()).priced(after)));
  }

  private static boolean differ(ExactCell before, Optional<ExactCell> after) {
    return after.isEmpty()
        || !Comparison.of(List.of(before), List.of(after.get())).changed().isEmpty();
  }

  private Optional<ExactCell> exact(Cell cell, MachineProfile machine) {
    Cell there =
        new Cell(
            machine,
            cell.stack(),
            cell.workload(),
            cell.strategy(),
            cell.seed(),
            cell.operations());
    try {
      return exact(trial(there));
    } catch (RuntimeException | OutOfMemoryError e) {
      return Optional.empty();
    }
  }

  private Trial trial(Cell cell) {
    return new Trial(cell, strategies.create(cell.strategy()));
  }

  private static Optional<ExactCell> exact(Trial trial) {
    try {
      TrialResult result = trial.run();
      return result.passed() ? Optional.of(ExactCell.of(result)) : Optional.empty();
    } catch (RuntimeException | OutOfMemoryError e) {
      return Optional.empty();
    }
  }

  private static Ledger noting(Set<String> charged) {
    return new Ledger() {
      @Override
      public void charged(Category category, String what, long times, long ps) {
        charged.add(what);
      }

      @Override
      public void step(String what) {}
    };
  }
}
