package org.portbench.harness.validate;

import java.util.OptionalLong;
import java.util.stream.Stream;

/** What is worked out from numbers of cells: in ns and bytes, and what is made of these. */
sealed interface Formula {

  Dimension dimension();

  /** The runs whose numbers it needs. */
  Stream<String> runs();

  /**
   * @throws NoNumber where a cell has none
   */
  double value(Readings readings);

  /** A plain number. */
  record Constant(double number) implements Formula {
    @Override
    public Stream<String> runs() {
      return Stream.of();
    }

    @Override
    public Dimension dimension() {
      return Dimension.NONE;
    }

    @Override
    public double value(Readings readings) {
      return number;
    }
  }

  /**
   * A number of a cell.
   *
   * @param size which of a run's cells, where it has several
   */
  record Reading(Metric metric, String run, OptionalLong size) implements Formula {
    @Override
    public Stream<String> runs() {
      return Stream.of(run);
    }

    @Override
    public Dimension dimension() {
      return metric.dimension();
    }

    @Override
    public double value(Readings readings) {
      return readings.of(metric, run, size);
    }
  }

  /** The size from which one run takes no more than another. */
  record Crossover(String cheaperAbove, String cheaperBelow, Metric by) implements Formula {
    @Override
    public Stream<String> runs() {
      return Stream.of(cheaperAbove, cheaperBelow);
    }

    @Override
    public Dimension dimension() {
      return Dimension.SIZE;
    }

    @Override
    public double value(Readings readings) {
      return readings.crossover(cheaperAbove, cheaperBelow, by);
    }
  }

  /** Two formulas and a sign between them. */
  record Binary(char sign, Formula left, Formula right) implements Formula {
    @Override
    public Stream<String> runs() {
      return Stream.concat(left.runs(), right.runs());
    }

    @Override
    public Dimension dimension() {
      return switch (sign) {
        case '*' -> left.dimension().times(right.dimension());
        case '/' -> left.dimension().over(right.dimension());
        default -> left.dimension();
      };
    }

    @Override
    public double value(Readings readings) {
      double a = left.value(readings);
      double b = right.value(readings);
      return switch (sign) {
        case '+' -> a + b;
        case '-' -> a - b;
        case '*' -> a * b;
        default -> quotient(a, b);
      };
    }

    private static double quotient(double a, double b) {
      if (b == 0) {
        throw new NoNumber("it divides by zero");
      }
      return a / b;
    }
  }
}
