package org.portbench.harness.vfs;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a read-modify-write alone with its blocks: whoever overlaps it waits, in order. All others
 * share, as direct I/O does.
 */
final class RangeLocks {
  private final List<Span> held = new ArrayList<>();
  private final List<Waiter> waiting = new ArrayList<>();

  /** Blocks that an operation is busy with; addresses on the device. */
  record Span(long from, long to, boolean exclusive) {

    /** The whole blocks around a run of bytes. */
    static Span around(long address, int length, int blockBytes) {
      long from = address - address % blockBytes;
      long to = Math.ceilDiv(address + length, (long) blockBytes) * blockBytes;
      return new Span(from, to, false);
    }

    Span alone() {
      return new Span(from, to, true);
    }

    int bytes() {
      return Math.toIntExact(to - from);
    }

    boolean excludes(Span other) {
      return (exclusive || other.exclusive) && overlaps(other);
    }

    boolean overlaps(Span other) {
      return from < other.to && other.from < to;
    }
  }

  private record Waiter(Span span, Runnable granted) {}

  /** Grants the span now, or calls back when those before it are gone; tells whether now. */
  boolean acquire(Span span, Runnable granted) {
    if (free(span) && !overtakes(span, waiting.size())) {
      held.add(span);
      return true;
    }
    waiting.add(new Waiter(span, granted));
    return false;
  }

  /**
   * Returns who may go on now, for the caller to call: only who overlaps can have waited for it.
   */
  List<Runnable> release(Span span) {
    held.remove(span);
    List<Runnable> granted = new ArrayList<>();
    for (int i = 0; i < waiting.size(); i++) {
      Waiter waiter = waiting.get(i);
      if (waiter.span.overlaps(span) && free(waiter.span) && !overtakes(waiter.span, i)) {
        held.add(waiter.span);
        granted.add(waiter.granted);
        waiting.remove(i--);
      }
    }
    return granted;
  }

  boolean idle() {
    return held.isEmpty() && waiting.isEmpty();
  }

  private boolean free(Span span) {
    for (Span other : held) {
      if (other.excludes(span)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the first so many waiters has to go first. */
  private boolean overtakes(Span span, int before) {
    for (int i = 0; i < before; i++) {
      if (waiting.get(i).span.excludes(span)) {
        return true;
      }
    }
    return false;
  }
}
