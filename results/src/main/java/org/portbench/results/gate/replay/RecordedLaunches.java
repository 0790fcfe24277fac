package org.portbench.results.gate.replay;

import java.util.random.RandomGenerator;
import org.portbench.results.gate.Launcher;
import org.portbench.results.gate.Side;

/**
 * Launches of one unchanged program, as they followed each other on a real machine, from any of
 * them on and round again; the head is given so many times as long.
 */
public final class RecordedLaunches implements Launcher {
  private final double[] recorded;
  private final double ratio;
  private int next;

  public RecordedLaunches(double[] recorded, double ratio, RandomGenerator chance) {
    this.recorded = recorded.clone();
    this.ratio = ratio;
    this.next = chance.nextInt(recorded.length);
  }

  @Override
  public double launch(Side side) {
    double observed = recorded[next];
    next = (next + 1) % recorded.length;
    return observed * (side == Side.HEAD ? ratio : 1);
  }
}
