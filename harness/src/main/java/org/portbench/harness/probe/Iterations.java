package org.portbench.harness.probe;

import java.util.function.DoubleConsumer;

/** The same work over and over. Both sides of a comparison do exactly as much. */
@FunctionalInterface
interface Iterations {

  /** Some of the work: what was seen of it, in nanoseconds. */
  double onceNs();

  /** First to be warm, then to be seen. */
  default void run(int warmUp, int measured, DoubleConsumer seen) {
    for (int i = 0; i < warmUp; i++) {
      onceNs();
    }
    for (int i = 0; i < measured; i++) {
      seen.accept(onceNs());
    }
  }

  /** So much longer than others' each is, so much fewer it takes to be warm. */
  default int longer() {
    return 1;
  }

  default double fastestNs(int of) {
    double[] fastest = {Double.MAX_VALUE};
    run(0, of, ns -> fastest[0] = Math.min(fastest[0], ns));
    return fastest[0];
  }
}
