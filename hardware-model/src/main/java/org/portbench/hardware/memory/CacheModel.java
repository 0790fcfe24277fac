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
  private static final long NEVER = Long.MIN_VALUE;

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
    if (alwaysPrivate) {
      return Heat.PRIVATE;
    }
    if (touchers[frame] == core && privateClocks[core] - touchedPrivate[frame] < privateBytes) {
      return Heat.PRIVATE;
    }
    boolean everShared = touchedShared[frame] != NEVER;
    return everShared && sharedClock - touchedShared[frame] < sharedBytes
        ? Heat.SHARED
        : Heat.MEMORY;
  }

  void touched(int core, int frame, int bytes) {
    privateClocks[core] += bytes;
    sharedClock += bytes;
    touchers[frame] = core;
    touchedPrivate[frame] = privateClocks[core];
    touchedShared[frame] = sharedClock;
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
