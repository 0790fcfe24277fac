package org.portbench.harness.validate;

import org.portbench.results.validation.TargetUnit;

/** Powers of time (in ns) and of size (in bytes) that a number has. */
record Dimension(int time, int size) {
  static final Dimension NONE = new Dimension(0, 0);
  static final Dimension TIME = new Dimension(1, 0);
  static final Dimension SIZE = new Dimension(0, 1);

  Dimension times(Dimension other) {
    return new Dimension(time + other.time, size + other.size);
  }

  Dimension over(Dimension other) {
    return new Dimension(time - other.time, size - other.size);
  }

  static Dimension of(TargetUnit unit) {
    return switch (unit) {
      case TIME -> TIME;
      case SIZE -> SIZE;
      case BANDWIDTH -> SIZE.over(TIME);
      case RATE -> NONE.over(TIME);
      case COUNT, RATIO, SIGN -> NONE;
    };
  }

  String words() {
    if (equals(NONE)) {
      return "a plain number";
    }
    String above = power("time", time) + power("size", size);
    String below = power("time", -time) + power("size", -size);
    return (above.isEmpty() ? "1" : above) + (below.isEmpty() ? "" : " per " + below);
  }

  private static String power(String what, int power) {
    return power <= 0 ? "" : power == 1 ? what : what + " to the " + power;
  }
}
