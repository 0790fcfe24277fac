package org.portbench.hardware.dma;

/**
 * What a medium says about one read or write when it is told of it. Each medium has one, which it
 * fills in again for the next.
 */
final class Service {
  private long waitPs;
  private long firstPs;
  private long lastPs;
  private long blockPs;

  Service says(long newWaitPs, long newFirstPs, long newLastPs, long newBlockPs) {
    waitPs = newWaitPs;
    firstPs = newFirstPs;
    lastPs = newLastPs;
    blockPs = newBlockPs;
    return this;
  }

  /** How long it works for others first. */
  long waitPs() {
    return waitPs;
  }

  /** When its first block has been read. */
  long firstPs() {
    return firstPs;
  }

  /** When its last block has been read or written. */
  long lastPs() {
    return lastPs;
  }

  /** What a single block takes in the medium. */
  long blockPs() {
    return blockPs;
  }
}
