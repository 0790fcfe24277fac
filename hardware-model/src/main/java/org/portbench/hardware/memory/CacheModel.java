package org.portbench.hardware.memory;

/**
 * Tells from what was touched since whether a frame is still in a cache. Each CPU, and the shared
 * cache, counts the bytes that went through it; a frame is there while fewer bytes than the cache
 * holds have followed it. That is least-recently-used with every touch taken as new: it never calls
 * a cold frame hot.
 */
final class CacheModel {
  private static final int NOBODY = -1;

  private final long privateBytes;
  private final long sharedBytes;
  private final long[] privateClocks;
  private long sharedClock;
  private boolean alwaysPrivate;

  CacheModel(int cores, long privateBytes, long sharedBytes) {
    this.privateClocks = new long[cores];
    this.privateBytes = privateBytes;
    this.sharedBytes = sharedBytes;
  }

  /** From now on nothing is ever missing. */
  void alwaysPrivate() {
    alwaysPrivate = true;
  }

  Heat heat(int core, Frame frame) {
    if (alwaysPrivate) {
      return Heat.PRIVATE;
    }
    if (frame.toucher == core && privateClocks[core] - frame.privateClock < privateBytes) {
      return Heat.PRIVATE;
    }
    boolean everShared = frame.sharedClock != Long.MIN_VALUE;
    return everShared && sharedClock - frame.sharedClock < sharedBytes ? Heat.SHARED : Heat.MEMORY;
  }

  void touched(int core, Frame frame, int bytes) {
    privateClocks[core] += bytes;
    sharedClock += bytes;
    frame.toucher = core;
    frame.privateClock = privateClocks[core];
    frame.sharedClock = sharedClock;
  }

  /** A device wrote the frame: no CPU has it; the shared cache only where DMA fills it. */
  void written(Frame frame, int bytes, boolean fillsShared) {
    frame.toucher = NOBODY;
    if (fillsShared) {
      sharedClock += bytes;
      frame.sharedClock = sharedClock;
    } else {
      frame.sharedClock = Long.MIN_VALUE;
    }
  }
}
