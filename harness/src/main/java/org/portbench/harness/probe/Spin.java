package org.portbench.harness.probe;

/** Keeps a CPU busy for times that are shorter than its clock can tell. */
final class Spin {
  private static final int STEPS_OF_ATTEMPT = 200_000;
  private static final int ATTEMPTS = 50;

  private final double stepNs;
  private double owedSteps;
  private long spunSteps;
  private long state = 1;

  Spin() {
    double fastest = Double.MAX_VALUE;
    for (int i = 0; i < ATTEMPTS; i++) {
      long startNs = System.nanoTime();
      steps(STEPS_OF_ATTEMPT);
      fastest = Math.min(fastest, (double) (System.nanoTime() - startNs));
    }
    stepNs = fastest / STEPS_OF_ATTEMPT;
  }

  /** What is less than a step is owed until the next time. */
  void forNs(double durationNs) {
    owedSteps += durationNs / stepNs;
    long whole = (long) owedSteps;
    owedSteps -= whole;
    spunSteps += whole;
    steps(whole);
  }

  double stepNs() {
    return stepNs;
  }

  /** On behalf of others, so far. */
  long steps() {
    return spunSteps;
  }

  /** Each step needs the whole of the one before, so that no compiler can do several in one. */
  private void steps(long count) {
    long next = state;
    for (long i = 0; i < count; i++) {
      next ^= next << 13;
      next ^= next >>> 7;
      next ^= next << 17;
    }
    state = next;
  }
}
