package org.portbench.results.validation;

/**
 * What a quantity is kept in, as a whole number: a time in nanoseconds, a size in bytes, a rate in
 * bytes or operations a second, a ratio in thousandths, a sign as 1, 0 or -1.
 */
public enum TargetUnit {
  TIME("ns"),
  SIZE("B"),
  BANDWIDTH("B/s"),
  RATE("1/s"),
  COUNT("1"),
  RATIO("1/1000"),
  SIGN("sign");

  private final String sign;

  TargetUnit(String sign) {
    this.sign = sign;
  }

  /** As it stands in files. */
  public String sign() {
    return sign;
  }

  /**
   * The one for all quantities of a kind. 15 % on what is absolute, as an unlucky order of linking
   * alone moved a round trip of 95 us to 160; 10 % on a ratio, in which much of that cancels; one
   * power of two on a size at which something changes, as those are published in powers of two.
   */
  public Tolerance tolerance() {
    return switch (this) {
      case TIME, BANDWIDTH, RATE, COUNT -> new Tolerance.Percent(15);
      case RATIO -> new Tolerance.Percent(10);
      case SIZE -> new Tolerance.PowerOfTwo();
      case SIGN -> new Tolerance.Same();
    };
  }
}
