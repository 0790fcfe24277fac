package org.portbench.harness.robust;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Ledger;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.Trial;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Strategies;

/**
 * The cells of one machine in their lean form, run as they are; and again on machines that differ
 * in one number. A cell that never charges for a primitive need not run again for its price.
 */
final class LeanCells {
  private final Strategies strategies;
  private final List<Cell> cells = new ArrayList<>();
  private final List<TrialResult> asTheyAre = new ArrayList<>();
  private final List<Set<Primitive>> charged = new ArrayList<>();

  /** Runs them as they are; what does not pass is left out. */
  LeanCells(List<Cell> full, Strategies strategies) {
    this.strategies = strategies;
    for (Cell cell : full) {
      Cell lean = LeanForm.of(cell);
      Charged seen = new Charged();
      TrialResult result = trial(lean).showing(seen).run();
      if (result.passed()) {
        cells.add(lean);
        asTheyAre.add(result);
        charged.add(seen.primitives);
      }
    }
  }

  List<TrialResult> asTheyAre() {
    return asTheyAre;
  }

  /**
   * The results on another machine, in the same order.
   *
   * @param primitive the only one whose price differs, if it is that
   * @throws UnfitMachine where a cell does not pass there
   */
  List<TrialResult> on(MachineProfile machine, Optional<Primitive> primitive) throws UnfitMachine {
    List<TrialResult> results = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      boolean same = primitive.isPresent() && !charged.get(i).contains(primitive.get());
      results.add(
          same ? asTheyAre.get(i) : UnfitMachine.passed(on(cells.get(i), machine), this::trial));
    }
    return results;
  }

  /** The same cell on another machine. */
  static Cell on(Cell cell, MachineProfile machine) {
    return new Cell(
        machine, cell.stack(), cell.workload(), cell.strategy(), cell.seed(), cell.operations());
  }

  private Trial trial(Cell cell) {
    return new Trial(cell, strategies.create(cell.strategy()), LeanForm.warmUp(cell));
  }

  /** Whether results of {@link #on} hold the same numbers as the cells as they are. */
  boolean areAsTheyWere(List<TrialResult> results) {
    for (int i = 0; i < results.size(); i++) {
      if (!same(results.get(i), asTheyAre.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(TrialResult a, TrialResult b) {
    return a.elapsedPs() == b.elapsedPs()
        && a.totalsPs().equals(b.totalsPs())
        && a.counters().equals(b.counters())
        && a.latencies().equals(b.latencies());
  }

  /** Which primitives were charged for. */
  private static final class Charged implements Ledger {
    private static final Map<String, Primitive> BY_NAME = new HashMap<>();

    static {
      for (Primitive primitive : Primitive.values()) {
        BY_NAME.put(primitive.name(), primitive);
      }
    }

    private final Set<Primitive> primitives = EnumSet.noneOf(Primitive.class);

    @Override
    public void charged(Category category, String what, long times, long ps) {
      Primitive primitive = BY_NAME.get(what);
      if (primitive != null) {
        primitives.add(primitive);
      }
    }

    @Override
    public void step(String what) {}
  }
}
