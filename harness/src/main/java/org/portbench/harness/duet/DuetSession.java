package org.portbench.harness.duet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Control;
import org.portbench.results.gate.Direction;
import org.portbench.results.gate.DuetCell;
import org.portbench.results.gate.DuetObserver;
import org.portbench.results.gate.DuetReport;
import org.portbench.results.gate.DuetRun;
import org.portbench.results.gate.Iterations;
import org.portbench.results.gate.LaunchException;
import org.portbench.results.gate.Rule;
import org.portbench.results.gate.Side;
import org.portbench.results.store.DuetStore;

/** From the first launch to the last verdict, each of which is kept at once. */
public final class DuetSession implements DuetObserver {
  private final Build base;
  private final Build head;
  private final Launches launches;
  private final DuetStore store;
  private final DuetObserver told;
  private final Supplier<SortedMap<String, String>> environment;
  private final SequencedMap<String, Rule> rules = new LinkedHashMap<>();
  private final SequencedMap<String, CellVerdict> verdicts = new LinkedHashMap<>();
  private Optional<Control> control = Optional.empty();
  private Phase phase = Phase.REHEARSAL;
  private long seed;

  /** Measures a cell of a build; in a fresh JVM, unless somebody tries something. */
  @FunctionalInterface
  public interface Launches {
    Iterations measured(Build build, TimedCell cell);
  }

  /**
   * @param told what goes on
   * @param environment how, where and when this is done
   */
  public DuetSession(
      Build base,
      Build head,
      Launches launches,
      DuetStore store,
      DuetObserver told,
      Supplier<SortedMap<String, String>> environment) {
    this.base = base;
    this.head = head;
    this.launches = launches;
    this.store = store;
    this.told = told;
    this.environment = environment;
  }

  /**
   * Each cell is launched once on both sides before anything counts: what one of them cannot do is
   * found before hours are spent.
   *
   * @param rule what becomes of the usual one
   * @param timeLeft whether another block may start
   */
  public DuetReport run(
      List<TimedCell> cells, UnaryOperator<Rule> rule, long seed, BooleanSupplier timeLeft) {
    this.seed = seed;
    List<DuetCell> able = new ArrayList<>();
    for (TimedCell cell : cells) {
      DuetCell duet =
          new DuetCell(
              cell.name(),
              rule.apply(cell.kind().rule()),
              Direction.SMALLER_IS_BETTER,
              side -> launch(cell, side));
      rules.put(cell.name(), duet.rule());
      begins(duet, Phase.REHEARSAL);
      try {
        duet.launcher().launch(Side.BASE);
        duet.launcher().launch(Side.HEAD);
        able.add(duet);
      } catch (LaunchException e) {
        decided(duet, new CellVerdict.Inconclusive(e.doubt()));
      }
    }
    if (!able.isEmpty()) {
      DuetRun.measured(able.getFirst(), able, seed, timeLeft, this);
    }
    return kept(true);
  }

  private double launch(TimedCell cell, Side side) {
    Iterations seen = launches.measured(side == Side.BASE ? base : head, cell);
    store.keep(cell.name(), phase, side, seen);
    return seen.fastestNs();
  }

  /** What is known so far; complete where nothing more is to come. */
  public synchronized DuetReport kept(boolean complete) {
    DuetReport report =
        new DuetReport(
            base.shown(),
            head.shown(),
            seed,
            environment.get(),
            control,
            new LinkedHashMap<>(rules),
            new LinkedHashMap<>(verdicts),
            complete);
    store.keep(report);
    return report;
  }

  @Override
  public void begins(DuetCell cell, Phase next) {
    phase = next;
    told.begins(cell, next);
  }

  @Override
  public synchronized void controlled(Control outcome) {
    control = Optional.of(outcome);
    told.controlled(outcome);
  }

  @Override
  public synchronized void decided(DuetCell cell, CellVerdict verdict) {
    verdicts.put(cell.name(), verdict);
    told.decided(cell, verdict);
  }
}
