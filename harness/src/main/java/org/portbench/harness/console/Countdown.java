package org.portbench.harness.console;

/** Guesses how long something goes on from how long its part took. */
final class Countdown {
  private static final double NS_PER_SECOND = 1e9;

  private final long startNs = System.nanoTime();

  String left(double share) {
    double elapsed = (System.nanoTime() - startNs) / NS_PER_SECOND;
    long seconds = Math.round(share == 0 ? 0 : elapsed * (1 - share) / share);
    return seconds < 90 ? seconds + " s" : (seconds + 30) / 60 + " min";
  }
}
