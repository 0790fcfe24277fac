package org.portbench.harness.duet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Direction;
import org.portbench.results.gate.Doubt;
import org.portbench.results.gate.Duet;
import org.portbench.results.gate.DuetCell;
import org.portbench.results.gate.DuetObserver;
import org.portbench.results.gate.DuetObserver.Phase;
import org.portbench.results.gate.Finding;
import org.portbench.results.gate.Iterations;
import org.portbench.results.gate.LaunchException;
import org.portbench.results.gate.Side;
import org.portbench.results.gate.replay.Characteristics;
import org.portbench.results.gate.replay.Effect;
import org.portbench.results.gate.replay.Tally;
import org.portbench.results.store.DuetStore;

/** Whole duets of this build with itself, with and without a delay that is put into one side. */
public final class Calibration {
  private final Build build;
  private final DuetSession.Launches launches;
  private final DuetStore store;
  private final DuetObserver told;
  private final Supplier<SortedMap<String, String>> environment;
  private final SequencedMap<Injected, RecordedBlocks> blocks = new LinkedHashMap<>();
  private final Map<Injected, Tally> verdicts = new LinkedHashMap<>();
  private Phase phase = Phase.SUSPICION;

  /**
   * @param told what goes on
   * @param environment how, where and when this is done
   */
  public Calibration(
      Build build,
      DuetSession.Launches launches,
      DuetStore store,
      DuetObserver told,
      Supplier<SortedMap<String, String>> environment) {
    this.build = build;
    this.launches = launches;
    this.store = store;
    this.told = told;
    this.environment = environment;
    for (Injected injected : Injected.all()) {
      blocks.put(injected, new RecordedBlocks(side -> launch(injected, side)));
      verdicts.put(injected, Tally.NONE);
    }
  }

  private double launch(Injected injected, Side side) {
    Iterations seen =
        launches.measured(build, side == Side.BASE ? injected.base() : injected.head());
    store.keep(injected.name(), phase, side, seen);
    return seen.fastestNs();
  }

  /**
   * A duet of each effect, again and again.
   *
   * @param repetitions at most
   * @param timeLeft whether another block may start; a duet that it cuts short does not count
   */
  public Characteristics run(int repetitions, long seed, BooleanSupplier timeLeft) {
    RandomGenerator chance = new SplittableRandom(seed);
    for (int i = 0; i < repetitions && timeLeft.getAsBoolean(); i++) {
      for (Injected injected : blocks.keySet()) {
        if (timeLeft.getAsBoolean()) {
          count(injected, verdict(injected, chance, timeLeft));
        }
      }
    }
    return kept();
  }

  private CellVerdict verdict(Injected injected, RandomGenerator chance, BooleanSupplier timeLeft) {
    DuetCell cell =
        new DuetCell(
            injected.name(),
            injected.kind().rule(),
            Direction.SMALLER_IS_BETTER,
            blocks.get(injected));
    Duet duet = new Duet(cell, chance, timeLeft);
    begins(cell, Phase.SUSPICION);
    Finding first = duet.first();
    if (first instanceof Finding.Suspected) {
      begins(cell, Phase.PROOF);
    }
    CellVerdict verdict = duet.second(first);
    told.decided(cell, verdict);
    return verdict;
  }

  private void begins(DuetCell cell, Phase next) {
    phase = next;
    told.begins(cell, next);
  }

  private synchronized void count(Injected injected, CellVerdict verdict) {
    switch (verdict) {
      case CellVerdict.Inconclusive(Doubt.OutOfTime _) -> {}
      case CellVerdict.Inconclusive(Doubt.Failed(var why)) -> throw new LaunchException(why, false);
      case CellVerdict.Inconclusive(Doubt.Lacking(var why)) -> throw new LaunchException(why, true);
      default -> verdicts.merge(injected, Tally.NONE.and(verdict), Tally::plus);
    }
  }

  /** What is known so far. */
  public synchronized Characteristics kept() {
    List<Effect> effects =
        blocks.entrySet().stream()
            .filter(entry -> !entry.getValue().blocks().isEmpty())
            .map(entry ->
                new Effect(
                    entry.getKey().name(),
                    entry.getKey().what(),
                    entry.getKey().kind().rule(),
                    entry.getValue().blocks(),
                    verdicts.get(entry.getKey())))
            .toList();
    Characteristics characteristics = new Characteristics(environment.get(), effects);
    store.keep(characteristics);
    return characteristics;
  }
}
