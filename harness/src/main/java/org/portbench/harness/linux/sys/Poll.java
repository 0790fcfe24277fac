package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/** Waits until something happens to one of several descriptors. */
public final class Poll {
  /** There is something to read, or the peer is gone. */
  public static final int READABLE = 0x2001;

  /** Only that the peer is gone. */
  public static final int PEER_GONE = 0x2000;

  static final StructLayout POLLFD =
      MemoryLayout.structLayout(
          ValueLayout.JAVA_INT.withName("fd"),
          ValueLayout.JAVA_SHORT.withName("events"),
          ValueLayout.JAVA_SHORT.withName("revents"));

  private static final long EVENTS = 4;
  private static final long HAPPENED = 6;
  private static final long NS_PER_SECOND = 1_000_000_000;

  private Poll() {}

  /** Waits for as long as it takes. */
  public static void untilPeerIsGone(Descriptor socket) {
    try (Arena arena = Arena.ofConfined()) {
      wait(List.of(socket), PEER_GONE, MemorySegment.NULL, arena);
    }
  }

  /**
   * @return the indices of those to which it happened; none where the time is over
   */
  public static List<Integer> wait(List<Descriptor> descriptors, int events, long timeoutNs) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
      time.setAtIndex(ValueLayout.JAVA_LONG, 0, timeoutNs / NS_PER_SECOND);
      time.setAtIndex(ValueLayout.JAVA_LONG, 1, timeoutNs % NS_PER_SECOND);
      return wait(descriptors, events, time, arena);
    }
  }

  private static List<Integer> wait(
      List<Descriptor> descriptors, int events, MemorySegment time, Arena arena) {
    MemorySegment entries = arena.allocate(POLLFD, descriptors.size());
    for (int i = 0; i < descriptors.size(); i++) {
      MemorySegment entry = entries.asSlice(i * POLLFD.byteSize(), POLLFD);
      entry.set(ValueLayout.JAVA_INT, 0, descriptors.get(i).number());
      entry.set(ValueLayout.JAVA_SHORT, EVENTS, (short) events);
    }
    SystemCall.PPOLL.call(entries.address(), descriptors.size(), time.address(), 0);
    List<Integer> happened = new ArrayList<>();
    for (int i = 0; i < descriptors.size(); i++) {
      if (entries.get(ValueLayout.JAVA_SHORT, i * POLLFD.byteSize() + HAPPENED) != 0) {
        happened.add(i);
      }
    }
    return happened;
  }
}
