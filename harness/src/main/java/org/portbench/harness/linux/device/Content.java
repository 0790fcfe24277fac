package org.portbench.harness.linux.device;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * What a request's data says. Each request has a stamp of its own, from which every word of its
 * data follows: data of another request, or of another place in the same one, never passes for it.
 */
public final class Content {
  private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

  private Content() {}

  public static void fill(MemorySegment memory, long stamp) {
    long words = memory.byteSize() / Long.BYTES;
    long word = stamp;
    for (long i = 0; i < words; i++) {
      memory.setAtIndex(JAVA_LONG, i, word);
      word += STEP;
    }
  }

  /** Whether each word is as it must be. */
  public static boolean matches(MemorySegment memory, long stamp) {
    long words = memory.byteSize() / Long.BYTES;
    long word = stamp;
    long difference = 0;
    for (long i = 0; i < words; i++) {
      difference |= memory.getAtIndex(JAVA_LONG, i) ^ word;
      word += STEP;
    }
    return difference == 0;
  }

  /** Writes the first word again. */
  public static void writeHeader(MemorySegment memory, long stamp) {
    memory.set(JAVA_LONG, 0, stamp);
  }

  public static boolean headerMatches(MemorySegment memory, long stamp) {
    return memory.get(JAVA_LONG, 0) == stamp;
  }
}
