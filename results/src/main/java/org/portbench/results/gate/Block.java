package org.portbench.results.gate;

import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Four launches close in time, two of each side; the unit of which the tests count. */
public record Block(BlockOrder order, Pair base, Pair head) {

  public static Block measured(Launcher launcher, RandomGenerator chance) {
    BlockOrder order = BlockOrder.drawn(chance);
    double[] seen = order.sides().stream().mapToDouble(launcher::launch).toArray();
    // Either order has one side outside and the other within.
    Map<Side, Pair> pairs = new EnumMap<>(Side.class);
    pairs.put(order.sides().get(0), new Pair(seen[0], seen[3]));
    pairs.put(order.sides().get(1), new Pair(seen[1], seen[2]));
    return new Block(order, pairs.get(Side.BASE), pairs.get(Side.HEAD));
  }

  /** Logarithm of the ratio of geometric means: above 0 where the head is worse. */
  public double slowdown(Direction direction) {
    double headByBase = head.logMean() - base.logMean();
    return switch (direction) {
      case SMALLER_IS_BETTER -> headByBase;
      case LARGER_IS_BETTER -> -headByBase;
    };
  }

  /** Whether both launches of each side agree; which side is the faster plays no part. */
  public boolean clean(double mostSpread) {
    return base.spread() <= mostSpread && head.spread() <= mostSpread;
  }
}
