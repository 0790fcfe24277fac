package org.portbench.results.gate.replay;

import java.util.random.RandomGenerator;
import org.portbench.results.gate.Launcher;
import org.portbench.results.gate.Side;

/** A machine with {@link Noise}, on which the head takes so many times as long as the base. */
public final class SimulatedMachine implements Launcher {
  private static final double PULL = 0.95;

  private final Noise noise;
  private final double ratio;
  private final RandomGenerator chance;
  private double drifted;
  private boolean busy;

  public SimulatedMachine(Noise noise, double ratio, RandomGenerator chance) {
    this.noise = noise;
    this.ratio = ratio;
    this.chance = chance;
    this.busy = chance.nextDouble() < noise.busyShare();
  }

  @Override
  public double launch(Side side) {
    drifted = PULL * drifted + noise.drift() * chance.nextGaussian();
    busy = chance.nextDouble() < (busy ? 1 - 1 / noise.busyLaunches() : noise.becomesBusy());
    double lost = busy ? noise.busyLoss() * chance.nextExponential() : 0;
    double undisturbed = StrictMath.exp(drifted + noise.scatter() * chance.nextGaussian());
    return undisturbed * (1 + lost) * (side == Side.HEAD ? ratio : 1);
  }
}
