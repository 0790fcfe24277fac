package org.portbench.results.gate.replay;

import java.util.List;
import org.portbench.results.gate.Block;
import org.portbench.results.gate.Direction;
import org.portbench.results.gate.DuetRun;
import org.portbench.results.gate.Rule;

/**
 * What the rule made of one injected effect.
 *
 * @param name for users
 * @param what was done to the head, in words
 * @param rule by which it was judged
 * @param measured all blocks, in order
 * @param endToEnd verdicts of whole duets as they happened, each with blocks of its own
 */
public record Effect(String name, String what, Rule rule, List<Block> measured, Tally endToEnd) {

  public Effect {
    measured = List.copyOf(measured);
  }

  public List<Block> clean() {
    return rule.clean(measured);
  }

  /** The median over all clean blocks: what became of the injection by the time it was measured. */
  public double ratio() {
    double[] slowdowns =
        clean().stream()
            .mapToDouble(block -> block.slowdown(Direction.SMALLER_IS_BETTER))
            .sorted()
            .toArray();
    int n = slowdowns.length;
    return StrictMath.exp((slowdowns[(n - 1) / 2] + slowdowns[n / 2]) / 2);
  }

  /** Verdicts of duets whose blocks are drawn from those measured, with replacement. */
  public Tally replayed(int trials, long seed) {
    return replay().cells(trials, seed);
  }

  /** The same of whole runs, with their control. */
  public List<DuetRun> replayedRuns(int runs, int cells, long seed) {
    return replay().runs(runs, cells, seed);
  }

  private Replay replay() {
    return new Replay(rule, chance -> new ResampledBlocks(measured, chance));
  }
}
