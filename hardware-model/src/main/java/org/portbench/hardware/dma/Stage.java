package org.portbench.hardware.dma;

/** What has come to pass for a command when its time in the agenda has come. */
enum Stage {
  /** The device has read its descriptors. */
  FETCHED,
  /** The medium is so far with a read that the link need not pause for it. */
  LINK_WANTED,
  /** The first block of a write is in the drive. */
  FIRST_BLOCK_IN,
  /** The link is free for another command; a read is done. */
  TRANSFERRED,
  /** A write or a flush is done, or a read whose data a CPU fetches. */
  SAFE
}
