package org.portbench.results.validation;

import java.math.BigDecimal;
import java.util.Optional;

/** How far a prediction may be from what was published. */
public sealed interface Tolerance {

  boolean met(long expected, long predicted);

  /** The largest error that is met, if it can be said in percent. */
  Optional<BigDecimal> percent();

  String words();

  /** Either way by so many percent. */
  record Percent(int most) implements Tolerance {
    @Override
    public boolean met(long expected, long predicted) {
      long off = Math.absExact(Math.subtractExact(predicted, expected));
      return Math.multiplyExact(off, 100L) <= Math.multiplyExact(Math.absExact(expected), most);
    }

    @Override
    public Optional<BigDecimal> percent() {
      return Optional.of(BigDecimal.valueOf(most).setScale(2));
    }

    @Override
    public String words() {
      return most + " %";
    }
  }

  /** From half to twice as much. */
  record PowerOfTwo() implements Tolerance {
    @Override
    public boolean met(long expected, long predicted) {
      return Math.multiplyExact(predicted, 2L) >= expected
          && predicted <= Math.multiplyExact(expected, 2L);
    }

    @Override
    public Optional<BigDecimal> percent() {
      return Optional.of(BigDecimal.valueOf(100).setScale(2));
    }

    @Override
    public String words() {
      return "half to twice";
    }
  }

  /** Right or wrong. */
  record Same() implements Tolerance {
    @Override
    public boolean met(long expected, long predicted) {
      return expected == predicted;
    }

    @Override
    public Optional<BigDecimal> percent() {
      return Optional.empty();
    }

    @Override
    public String words() {
      return "right or wrong";
    }
  }
}
