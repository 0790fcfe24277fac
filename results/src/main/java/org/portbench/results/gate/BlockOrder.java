package org.portbench.results.gate;

import static org.portbench.results.gate.Side.BASE;
import static org.portbench.results.gate.Side.HEAD;

import java.util.List;
import java.util.random.RandomGenerator;

/** In which order a block launches its sides; what drifts steadily cancels out in both. */
public enum BlockOrder {
  ABBA(List.of(BASE, HEAD, HEAD, BASE)),
  BAAB(List.of(HEAD, BASE, BASE, HEAD));

  private final List<Side> sides;

  BlockOrder(List<Side> sides) {
    this.sides = sides;
  }

  public static BlockOrder drawn(RandomGenerator chance) {
    return chance.nextBoolean() ? ABBA : BAAB;
  }

  public List<Side> sides() {
    return sides;
  }
}
