package org.portbench.harness.vfs;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a read-modify-write alone with its blocks: whoever overlaps it waits, in order. All others
 * share, as direct I/O does.
 */
final class RangeLocks {
  private final List<Span> held = new ArrayList<>();
  private final List<Span> waiting = new ArrayList<>();
  private int exclusives;

  /** Blocks that an operation is busy with, one after the other; addresses on the device. */
  static final class Span {
    private final Runnable granted;
    private long from;
    private long to;
    private boolean exclusive;
    private int place;

    /**
     * @param granted tells who waited that it may go on; the locks stay as they are meanwhile
     */
    Span(Runnable granted) {
      this.granted = granted;
    }

    /** Makes it the whole blocks around a run of bytes, to be shared. */
    void around(long address, int length, int blockBytes) {
      from = address - address % blockBytes;
      to = Math.ceilDiv(address + length, (long) blockBytes) * blockBytes;
      exclusive = false;
    }

    void alone() {
      exclusive = true;
    }

    long from() {
      return from;
    }

    int bytes() {
      return Math.toIntExact(to - from);
    }

    private boolean excludes(Span other) {
      return (exclusive || other.exclusive) && overlaps(other);
    }

    private boolean overlaps(Span other) {
      return from < other.to && other.from < to;
    }
  }

  /** Grants the span now, or later, when those before it are gone; tells whether now. */
  boolean acquire(Span span) {
    if (free(span) && !overtakes(span, waiting.size())) {
      hold(span);
      return true;
    }
    waiting.add(span);
    return false;
  }

  /** Whoever may go on now is told: only who overlaps can have waited for it. */
  void release(Span span) {
    drop(span);
    for (int i = 0; i < waiting.size(); i++) {
      Span next = waiting.get(i);
      if (next.overlaps(span) && free(next) && !overtakes(next, i)) {
        waiting.remove(i--);
        hold(next);
        next.granted.run();
      }
    }
  }

  boolean idle() {
    return held.isEmpty() && waiting.isEmpty();
  }

  private void hold(Span span) {
    span.place = held.size();
    held.add(span);
    exclusives += span.exclusive ? 1 : 0;
  }

  /** The last takes its place: nobody asks for the order of those that hold. */
  private void drop(Span span) {
    Span last = held.removeLast();
    if (last != span) {
      held.set(span.place, last);
      last.place = span.place;
    }
    exclusives -= span.exclusive ? 1 : 0;
  }

  /** Where nobody is exclusive nobody excludes anybody. */
  private boolean free(Span span) {
    if (exclusives == 0 && !span.exclusive) {
      return true;
    }
    for (int i = 0; i < held.size(); i++) {
      if (held.get(i).excludes(span)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the first so many waiters has to go first. */
  private boolean overtakes(Span span, int before) {
    for (int i = 0; i < before; i++) {
      if (waiting.get(i).excludes(span)) {
        return true;
      }
    }
    return false;
  }
}
