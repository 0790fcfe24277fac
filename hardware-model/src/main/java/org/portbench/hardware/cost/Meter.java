package org.portbench.hardware.cost;

import java.util.Arrays;

/**
 * Adds up what is charged: exact sums by category, counters, and the length of the segment that
 * runs now. One meter serves one machine; one segment runs at a time in the order of virtual time.
 */
public final class Meter {
  private static final Primitive[] PRIMITIVES = Primitive.values();

  private final long[] pricesPs;

  /**
   * How often each primitive was performed at its price, which is multiplied out when asked for.
   */
  private final long[] performed = new long[PRIMITIVES.length];

  /** What was charged beside primitives, or at a price that they no longer have. */
  private final long[] chargedPs = new long[Category.values().length];

  private final long[] counters = new long[Counter.values().length];
  private Ledger ledger = Ledger.NONE;
  private boolean seen;
  private long segmentPs;
  private boolean settingUp;
  private boolean supervised;

  public Meter(Prices prices) {
    this.pricesPs = Arrays.stream(PRIMITIVES).mapToLong(prices::of).toArray();
  }

  /** From now on a primitive is performed for nothing. */
  public void free(Primitive primitive) {
    price(primitive, 0);
  }

  /** From now on a primitive is performed for so much. */
  public void price(Primitive primitive, long ps) {
    refuseWhileSupervised();
    int which = primitive.ordinal();
    int category = primitive.category().ordinal();
    chargedPs[category] = Math.addExact(chargedPs[category], performedPs(which));
    performed[which] = 0;
    pricesPs[which] = ps;
  }

  public void attach(Ledger newLedger) {
    this.ledger = newLedger;
    this.seen = !newLedger.equals(Ledger.NONE);
  }

  public void step(String what) {
    if (seen) {
      ledger.step(what);
    }
  }

  /** The same in two parts, which are joined only when somebody reads them. */
  public void step(String who, String does) {
    if (seen) {
      ledger.step(who + " " + does);
    }
  }

  public void perform(Primitive primitive) {
    perform(primitive, 1);
  }

  public void perform(Primitive primitive, long times) {
    if (times <= 0 || settingUp) {
      return;
    }
    int which = primitive.ordinal();
    long ps = Math.multiplyExact(pricesPs[which], times);
    performed[which] += times;
    segmentPs = Math.addExact(segmentPs, ps);
    if (seen) {
      ledger.charged(primitive.category(), primitive.name(), times, ps);
    }
  }

  /** Time that the running segment takes. */
  public void charge(Category category, String what, long times, long ps) {
    if (!settingUp) {
      segmentPs = Math.addExact(segmentPs, ps);
      add(category, what, times, ps);
    }
  }

  /** Time that passes beside the running segment: stolen from another CPU, or the device's. */
  public void chargeAside(Category category, String what, long times, long ps) {
    if (!settingUp) {
      add(category, what, times, ps);
    }
  }

  private void add(Category category, String what, long times, long ps) {
    int which = category.ordinal();
    chargedPs[which] = Math.addExact(chargedPs[which], ps);
    if (seen) {
      ledger.charged(category, what, times, ps);
    }
  }

  public void count(Counter counter, long times) {
    if (!settingUp) {
      counters[counter.ordinal()] += times;
    }
  }

  /** Remembers the most of something that there was at once. */
  public void atMost(Counter counter, long now) {
    if (!settingUp) {
      counters[counter.ordinal()] = Math.max(counters[counter.ordinal()], now);
    }
  }

  /** Does what is done once for a whole path, before anybody measures: nothing of it is charged. */
  public void setUp(Runnable work) {
    refuseWhileSupervised();
    boolean before = settingUp;
    settingUp = true;
    work.run();
    settingUp = before;
  }

  /** While a strategy runs, charges can only be added. */
  public void supervise(boolean now) {
    supervised = now;
  }

  private void refuseWhileSupervised() {
    if (supervised) {
      throw new IllegalStateException("a strategy may not stop the meter or set it back");
    }
  }

  /** How long the running segment is by now. */
  public long segmentPs() {
    return segmentPs;
  }

  /** Ends the running segment and tells how long it was. */
  public long takeSegment() {
    refuseWhileSupervised();
    long ps = segmentPs;
    segmentPs = 0;
    return ps;
  }

  public long totalPs(Category category) {
    long ps = chargedPs[category.ordinal()];
    for (Primitive primitive : PRIMITIVES) {
      if (primitive.category() == category) {
        ps = Math.addExact(ps, performedPs(primitive.ordinal()));
      }
    }
    return ps;
  }

  private long performedPs(int which) {
    return Math.multiplyExact(performed[which], pricesPs[which]);
  }

  public long counter(Counter counter) {
    return counters[counter.ordinal()];
  }

  /** Forgets totals and counters, as when warm-up ends; nothing may be running. */
  public void reset() {
    refuseWhileSupervised();
    segmentPs = 0;
    Arrays.fill(performed, 0);
    Arrays.fill(chargedPs, 0);
    Arrays.fill(counters, 0);
  }
}
