package org.portbench.harness.vfs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a read-modify-write alone with its blocks: whoever overlaps it waits, in order. All others
 * share, as direct I/O does.
 */
final class RangeLocks {
  private final List<Span> held = new ArrayList<>();
  private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();

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
      return (exclusive || other.exclusive) && from < other.to && other.from < to;
    }
  }

  private record Waiter(Span span, Runnable granted) {}

  /** Grants the span now, or calls back when those before it are gone; tells whether now. */
  boolean acquire(Span span, Runnable granted) {
    if (free(span) && waiting.stream().noneMatch(waiter -> waiter.span.excludes(span))) {
      held.add(span);
      return true;
    }
    waiting.add(new Waiter(span, granted));
    return false;
  }

  /** Returns who may go on now, for the caller to call. */
  List<Runnable> release(Span span) {
    held.remove(span);
    List<Runnable> granted = new ArrayList<>();
    List<Waiter> still = new ArrayList<>();
    for (Waiter waiter : waiting) {
      boolean overtaken = still.stream().anyMatch(earlier -> earlier.span.excludes(waiter.span));
      if (!overtaken && free(waiter.span)) {
        held.add(waiter.span);
        granted.add(waiter.granted);
      } else {
        still.add(waiter);
      }
    }
    waiting.clear();
    waiting.addAll(still);
    return granted;
  }

  boolean idle() {
    return held.isEmpty() && waiting.isEmpty();
  }

  private boolean free(Span span) {
    return held.stream().noneMatch(other -> other.excludes(span));
  }
}
