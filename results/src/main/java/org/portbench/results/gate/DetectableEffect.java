package org.portbench.results.gate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The slowdown that the rule finds in four of five runs where blocks scatter as these do. Both
 * stages are drawn again and again from the clean blocks, as if there were no slowdown; each time,
 * the lower bound of both says how much of one was missing for an alarm. Of so few blocks, it is
 * itself an estimate.
 */
public final class DetectableEffect {
  public static final double POWER = 0.8;

  private static final int DRAWS = 1000;
  private static final long SEED = 1945;

  private DetectableEffect() {}

  /**
   * @return the share by which the head would have to be slower: 0.06 is 6 %
   */
  public static double of(Rule rule, Stage stage) {
    List<Double> slowdowns = stage.slowdowns();
    double center = StrictMath.log(stage.estimate().ratio());
    double drawnFromFew = StrictMath.sqrt(slowdowns.size() / (slowdowns.size() - 1.0));
    double[] scatter =
        slowdowns.stream().mapToDouble(slowdown -> (slowdown - center) * drawnFromFew).toArray();
    RandomGenerator chance = new SplittableRandom(SEED);
    double[] needed = new double[DRAWS];
    Arrays.setAll(
        needed,
        _ ->
            rule.threshold()
                - Math.min(
                    again(scatter, chance).lower(rule.suspicion()),
                    again(scatter, chance).lower(rule.proof())));
    Arrays.sort(needed);
    return StrictMath.expm1(needed[(int) Math.ceil(POWER * DRAWS) - 1]);
  }

  private static WalshAverages again(double[] scatter, RandomGenerator chance) {
    return new WalshAverages(
        Arrays.stream(scatter).map(_ -> scatter[chance.nextInt(scatter.length)]).toArray());
  }
}
