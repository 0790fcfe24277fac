package org.portbench.harness.probe;

import java.util.List;

/**
 * A delay that is put into a build on purpose, to see whether it is found.
 *
 * @param percent of the service time of a read
 * @param every so many reads one is delayed
 */
record Injection(double percent, int every) {
  /** Down through two layers to the driver and up again. */
  static final int MESSAGES_OF_READ = 6;

  private static final int WARM_UP = 30;
  private static final int MEASURED = 30;

  /** Two of the arguments, from the position on. */
  static Injection of(List<String> args, int from) {
    return new Injection(Double.parseDouble(args.get(from)), Integer.parseInt(args.get(from + 1)));
  }

  /** What is asked for, with the delay in it. */
  Iterations into(List<String> args) {
    DelayedStrategy strategy = new DelayedStrategy(Reads.strategy(args.get(1)));
    long sizeBytes = Long.parseLong(args.get(2));
    Iterations reads =
        args.getFirst().endsWith("io")
            ? new Reads(strategy, sizeBytes)
            : new SlowestReads(strategy, sizeBytes);
    into(strategy, reads);
    return reads;
  }

  /**
   * All reads share their delay among their messages; where few are delayed, one message has it.
   */
  void into(DelayedStrategy strategy, Iterations reads) {
    reads.run(Math.max(1, WARM_UP / reads.longer()), 0, _ -> {});
    double delayNs = reads.fastestNs(Math.max(2, MEASURED / reads.longer())) * percent / 100;
    if (every == 1) {
      strategy.delay(delayNs / MESSAGES_OF_READ, 1);
    } else {
      strategy.delay(delayNs, MESSAGES_OF_READ * every);
    }
  }
}
