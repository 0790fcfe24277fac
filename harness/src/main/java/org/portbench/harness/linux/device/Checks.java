package org.portbench.harness.linux.device;

import java.lang.foreign.MemorySegment;

/** What a domain has looked at so far, and how often it found something else than was sent. */
public final class Checks {
  private long bytes;
  private long mismatches;

  /** Looks at data, and notes what it found. */
  public void look(Look look, MemorySegment data, long stamp) {
    boolean matches =
        switch (look) {
          case NOTHING -> true;
          case HEADER -> Content.headerMatches(data, stamp);
          case ALL -> Content.matches(data, stamp);
        };
    bytes += look.bytes((int) data.byteSize());
    mismatches += matches ? 0 : 1;
  }

  public long bytes() {
    return bytes;
  }

  public long mismatches() {
    return mismatches;
  }
}
