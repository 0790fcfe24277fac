package org.portbench.hardware.memory;

import java.util.Arrays;

/**
 * Tells from what was touched since whether a frame is still in a cache. Each CPU, and the shared
 * cache, counts the bytes that went through it; a frame is there while fewer bytes than the cache
 * holds have followed it. That is least-recently-used with every touch taken as new: it never calls
 * a cold frame hot.
 */
final class CacheModel {
  private static final int NOBODY = -1;

  /** Longer ago than any cache remembers, and far from where differences overflow. */
  private static final long NEVER = Long.MIN_VALUE / 2;

  private final long privateBytes;
  private final long sharedBytes;
  private final long[] privateClocks;
  private long sharedClock;
  private boolean alwaysPrivate;

  // By frame number, apart from all else: a run of frames is looked at in one sweep.
  private int[] touchers = new int[0];
  private long[] touchedPrivate = new long[0];
  private long[] touchedShared = new long[0];

  CacheModel(int cores, long privateBytes, long sharedBytes) {
    this.privateClocks = new long[cores];
    this.privateBytes = privateBytes;
    this.sharedBytes = sharedBytes;
  }

  /** From now on there may be so many frames. */
  void grow(int frames) {
    int before = touchers.length;
    touchers = Arrays.copyOf(touchers, frames);
    touchedPrivate = Arrays.copyOf(touchedPrivate, frames);
    touchedShared = Arrays.copyOf(touchedShared, frames);
    Arrays.fill(touchers, before, frames, NOBODY);
    Arrays.fill(touchedShared, before, frames, NEVER);
  }

  /** From now on nothing is ever missing. */
  void alwaysPrivate() {
    alwaysPrivate = true;
  }

  Heat heat(int core, int frame) {
    return heat(core, frame, 0);
  }

  /** Where a frame is once so many bytes more have gone through a CPU. */
  private Heat heat(int core, int frame, long later) {
    if (alwaysPrivate) {
      return Heat.PRIVATE;
    }
    long privateAge = privateClocks[core] + later - touchedPrivate[frame];
    if (touchers[frame] == core && privateAge < privateBytes) {
      return Heat.PRIVATE;
    }
    return sharedClock + later - touchedShared[frame] < sharedBytes ? Heat.SHARED : Heat.MEMORY;
  }

  /**
   * How many neighbouring frames, from one on, a CPU finds where it finds the first, if it goes
   * through so many bytes from each to the next.
   */
  int alike(int core, int first, int frames, long stepBytes) {
    if (allAlike(core, first, frames, stepBytes)) {
      return frames;
    }
    Heat heat = heat(core, first);
    int alike = 1;
    while (alike < frames && heat(core, first + alike, alike * stepBytes) == heat) {
      alike++;
    }
    return alike;
  }

  /** Whether that is sure of all of them by who touched them, and by their first and last times. */
  private boolean allAlike(int core, int first, int frames, long stepBytes) {
    if (alwaysPrivate || frames == 1) {
      return true;
    }
    int toucher = touchers[first];
    int others = 0;
    for (int i = 0; i < frames; i++) {
      others |= touchers[first + i] ^ toucher;
    }
    if (others != 0) {
      return false;
    }
    if (toucher == core) {
      long clock = privateClocks[core];
      if (clock - firstTime(touchedPrivate, first, frames, stepBytes) < privateBytes) {
        return true;
      }
      if (clock - lastTime(touchedPrivate, first, frames, stepBytes) < privateBytes) {
        return false;
      }
    }
    return sharedClock - firstTime(touchedShared, first, frames, stepBytes) < sharedBytes
        || sharedClock - lastTime(touchedShared, first, frames, stepBytes) >= sharedBytes;
  }

  private static long firstTime(long[] times, int first, int frames, long stepBytes) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < frames; i++) {
      least = Math.min(least, times[first + i] - i * stepBytes);
    }
    return least;
  }

  private static long lastTime(long[] times, int first, int frames, long stepBytes) {
    long most = Long.MIN_VALUE;
    for (int i = 0; i < frames; i++) {
      most = Math.max(most, times[first + i] - i * stepBytes);
    }
    return most;
  }

  void touched(int core, int frame, int bytes) {
    passed(core, bytes);
    touchers[frame] = core;
    touchedPrivate[frame] = privateClocks[core];
    touchedShared[frame] = sharedClock;
  }

  /**
   * The same for neighbouring frames, after so many bytes the first and after a step more each
   * other; to be followed by {@link #passed} for all of them.
   */
  void touchedRun(int core, int first, int frames, long firstBytes, long stepBytes) {
    Arrays.fill(touchers, first, first + frames, core);
    step(touchedPrivate, first, frames, privateClocks[core] + firstBytes, stepBytes);
    step(touchedShared, first, frames, sharedClock + firstBytes, stepBytes);
  }

  private static void step(long[] times, int first, int frames, long start, long step) {
    for (int i = 0; i < frames; i++) {
      times[first + i] = start + i * step;
    }
  }

  void passed(int core, long bytes) {
    privateClocks[core] += bytes;
    sharedClock += bytes;
  }

  /** A device wrote whole frames of an array. */
  void written(int[] frames, int first, int end, int bytes, boolean fillsShared) {
    for (int i = first; i < end; i++) {
      written(frames[i], bytes, fillsShared);
    }
  }

  /** A device wrote the frame: no CPU has it; the shared cache only where DMA fills it. */
  void written(int frame, int bytes, boolean fillsShared) {
    touchers[frame] = NOBODY;
    if (fillsShared) {
      sharedClock += bytes;
      touchedShared[frame] = sharedClock;
    } else {
      touchedShared[frame] = NEVER;
    }
  }
}
