package org.portbench.harness.duet;

import java.util.List;
import org.portbench.harness.duet.TimedCell.Kind;
import org.portbench.results.gate.replay.Characteristics;

/**
 * Two sides that differ by a known delay, in percent of the service time of a read.
 *
 * @param every so many reads one is delayed
 */
record Injected(
    String name, String what, Kind kind, double basePercent, double headPercent, int every) {
  private static final int ONE_OF = 50;
  private static final String SIZE_BYTES = "4096";
  private static final String STRATEGY = "copy";

  /** Those that take longest come last: time may run out. */
  static List<Injected> all() {
    return List.of(
        delayed(Characteristics.NONE, "nothing", 0),
        delayed("delay-10", "each read takes 10 % longer", 10),
        delayed("delay-5", "each read takes 5 % longer", 5),
        delayed("delay-3", "each read takes 3 % longer, which is the margin", 3),
        delayed("delay-1", "each read takes 1 % longer", 1),
        delayed("delay-20", "each read takes 20 % longer", 20),
        new Injected(
            "improvement-10", "each read of the base takes 10 % longer", Kind.READS, 10, 0, 1),
        new Injected(
            "tail", "one read in 50 takes twice as long", Kind.SLOWEST_READS, 0, 100, ONE_OF),
        new Injected("tail-none", "nothing, by its tail", Kind.SLOWEST_READS, 0, 0, ONE_OF));
  }

  private static Injected delayed(String name, String what, double percent) {
    return new Injected(name, what, Kind.READS, 0, percent, 1);
  }

  TimedCell base() {
    return side(basePercent);
  }

  TimedCell head() {
    return side(headPercent);
  }

  private TimedCell side(double percent) {
    String probe = kind == Kind.READS ? "delayed-io" : "delayed-tail";
    return new TimedCell(
        name,
        kind,
        List.of(probe, STRATEGY, SIZE_BYTES, Double.toString(percent), Integer.toString(every)));
  }
}
