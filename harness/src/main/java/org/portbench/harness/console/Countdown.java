package org.portbench.harness.console;

/** Guesses how long something goes on from how long its part took. */
final class Countdown {
  private static final double NS_PER_SECOND = 1e9;

  private final long startNs = System.nanoTime();
  private final double already;

  /** Nothing is done yet. */
  Countdown() {
    this(0);
  }

  /**
   * @param already a share that somebody else has done
   */
  Countdown(double already) {
    this.already = already;
  }

  String left(double share) {
    double elapsed = (System.nanoTime() - startNs) / NS_PER_SECOND;
    double own = share - already;
    long seconds = Math.round(own <= 0 ? 0 : elapsed * (1 - share) / own);
    return seconds < 90 ? seconds + " s" : (seconds + 30) / 60 + " min";
  }
}
