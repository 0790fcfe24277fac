package org.portbench.harness.linux.device;

import java.lang.foreign.MemorySegment;

/** What a domain has looked at so far, and how often it found something else than was sent. */
public final class Checks {
  private final Look readBack;
  private long bytes;
  private long mismatches;

  /** How often data was read that nobody knows what it should be: it is read all the same. */
  private long unknown;

  /**
   * @param readBack how much of what the device returns is of this request
   */
  public Checks(Look readBack) {
    this.readBack = readBack;
  }

  /** Looks at data on its way down. */
  public void written(Look look, MemorySegment data, long stamp) {
    boolean matches =
        switch (look) {
          case NOTHING -> true;
          case HEADER -> Content.headerMatches(data, stamp);
          case ALL -> Content.matches(data, stamp);
        };
    bytes += look.bytes((int) data.byteSize());
    mismatches += matches ? 0 : 1;
  }

  /** Looks at data on its way up. */
  public void read(Look look, MemorySegment data, long stamp) {
    if (look == Look.ALL && readBack != Look.ALL) {
      unknown += Content.matches(data, stamp) ? 0 : 1;
      written(readBack, data, stamp);
    } else {
      written(look, data, stamp);
    }
  }

  public long bytes() {
    return bytes;
  }

  public long mismatches() {
    return mismatches;
  }

  /** Keeps the reading of what cannot be compared from being left out. */
  public long unknown() {
    return unknown;
  }
}
