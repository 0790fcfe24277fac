package org.portbench.harness.workload;

/** Where in a region the next request begins. Offsets count from the region's start. */
interface RegionCursor {

  /** What {@link #next} returns when this pass over the region has nothing left. */
  long EXHAUSTED = -1;

  /** Begins a new pass. */
  void restart();

  long next(boolean read);

  /** Takes the bytes at the offset just returned; gives back how many of them may be used. */
  int claim(boolean read, long offset, int bytes);
}
