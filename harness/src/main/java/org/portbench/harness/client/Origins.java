package org.portbench.harness.client;

/** Numbers the requests of all clients of a cell; what a write carries is known by its number. */
public final class Origins {
  /** 0 stands for zeroes, 1 for what was on the medium before. */
  private static final long FIRST = 2;

  private long next = FIRST;

  long next() {
    return next++;
  }
}
