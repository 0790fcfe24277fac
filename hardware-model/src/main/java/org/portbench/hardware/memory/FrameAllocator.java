package org.portbench.hardware.memory;

import java.util.Arrays;

/**
 * Which frames are free, and which is taken next: the one that was given back last, before any that
 * was never used. Scattered, two that are taken one after the other are no neighbours.
 */
final class FrameAllocator {
  private static final int NONE = -2;

  /** Frames that are new to a scattered memory at a time: those with odd numbers go first. */
  private static final int BATCH = 64;

  private final long totalBytes;
  private final int limit;
  private int count;
  private int[] free = new int[BATCH];
  private int freeCount;
  private boolean scattered;
  private int lastTaken = NONE;

  FrameAllocator(long totalBytes, int pageBytes) {
    this.totalBytes = totalBytes;
    this.limit = Math.toIntExact(totalBytes / pageBytes);
  }

  void scatter() {
    scattered = true;
  }

  /** How many were ever in use: these have the lowest numbers. */
  int count() {
    return count;
  }

  int inUse() {
    return count - freeCount;
  }

  int take() {
    lastTaken = scattered ? apart() : freeCount > 0 ? free[--freeCount] : untouched();
    return lastTaken;
  }

  /** Takes one that was never in use, as long as there is one. */
  int takeUnused() {
    if (count == limit) {
      return take();
    }
    int frame = untouched();
    if (scattered && besideLast(frame) && count < limit) {
      room();
      System.arraycopy(free, 0, free, 1, freeCount++);
      free[0] = frame;
      frame = untouched();
    }
    lastTaken = frame;
    return frame;
  }

  void giveBack(int frame) {
    room();
    free[freeCount++] = frame;
  }

  /** The free frame that was given back last of those that are no neighbours of the last taken. */
  private int apart() {
    for (int i = freeCount - 1; i >= 0; i--) {
      if (!besideLast(free[i])) {
        return remove(i);
      }
    }
    if (count == limit && freeCount > 0) {
      return free[--freeCount];
    }
    addBatch();
    return apart();
  }

  private boolean besideLast(int frame) {
    return Math.abs(frame - lastTaken) == 1;
  }

  private void addBatch() {
    int first = count;
    int end = first + Math.clamp(limit - first, 1, BATCH);
    while (count < end) {
      untouched();
    }
    addDown(first, end, 0);
    addDown(first, end, 1);
  }

  /** Those of a range whose numbers are even, or odd: the lowest is taken first. */
  private void addDown(int first, int end, int remainder) {
    for (int frame = end - 1; frame >= first; frame--) {
      if (frame % 2 == remainder) {
        giveBack(frame);
      }
    }
  }

  private int untouched() {
    if (count == limit) {
      throw new OutOfFrames("the machine's " + totalBytes + " bytes of memory are all in use");
    }
    return count++;
  }

  private void room() {
    if (freeCount == free.length) {
      free = Arrays.copyOf(free, 2 * freeCount);
    }
  }

  private int remove(int at) {
    int frame = free[at];
    freeCount--;
    System.arraycopy(free, at + 1, free, at, freeCount - at);
    return frame;
  }
}
