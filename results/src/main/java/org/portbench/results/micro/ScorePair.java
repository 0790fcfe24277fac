package org.portbench.results.micro;

import java.util.OptionalDouble;

/** What a benchmark came to in two runs. */
public record ScorePair(Score base, Score head) {

  /** What two scores with their scatter allow to say. */
  public enum Outcome {
    FASTER,
    SLOWER,
    /** Within the scatter of the two. */
    NOT_TOLD_APART,
    /** There were too few samples to know the scatter. */
    UNKNOWN
  }

  /** The head's speed by the base's. */
  public double ratio() {
    return head.speed() / base.speed();
  }

  /** The least that the ratio is if both scores lie at the far ends of their intervals. */
  public OptionalDouble least() {
    return extreme(1);
  }

  /** The most that it is. */
  public OptionalDouble most() {
    return extreme(-1);
  }

  private OptionalDouble extreme(int sign) {
    if (base.error().isEmpty() || head.error().isEmpty()) {
      return OptionalDouble.empty();
    }
    int slower = base.measure() == Score.Measure.NS_PER_OPERATION ? sign : -sign;
    double slowHead = head.value() + slower * head.error().getAsDouble();
    double fastBase = base.value() - slower * base.error().getAsDouble();
    if (slowHead <= 0 || fastBase <= 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        base.measure() == Score.Measure.NS_PER_OPERATION
            ? fastBase / slowHead
            : slowHead / fastBase);
  }

  public Outcome outcome() {
    if (least().isEmpty() || most().isEmpty()) {
      return Outcome.UNKNOWN;
    }
    if (least().getAsDouble() > 1) {
      return Outcome.FASTER;
    }
    return most().getAsDouble() < 1 ? Outcome.SLOWER : Outcome.NOT_TOLD_APART;
  }
}
