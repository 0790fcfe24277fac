package org.portbench.hardware.dma;

import java.util.Arrays;

/**
 * The memory of one command, as the device sees it: segments of bus addresses, in the order of the
 * data. A segment may run over page ends where bus pages follow one another, so that neighbours
 * become one segment.
 */
public final class ScatterGatherList {
  private long[] busAddresses = new long[4];
  private long[] lengths = new long[4];
  private int count;
  private long bytes;

  public void clear() {
    count = 0;
    bytes = 0;
  }

  /** Adds memory at the end; tells whether that took a new segment. */
  public boolean append(long busAddress, long length) {
    if (busAddress < 0 || length <= 0) {
      throw new IllegalArgumentException(
          "no segment: " + length + " bytes at bus address " + busAddress);
    }
    bytes = Math.addExact(bytes, length);
    if (count > 0 && busAddresses[count - 1] + lengths[count - 1] == busAddress) {
      lengths[count - 1] += length;
      return false;
    }
    if (count == lengths.length) {
      busAddresses = Arrays.copyOf(busAddresses, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    busAddresses[count] = busAddress;
    lengths[count++] = length;
    return true;
  }

  public int segments() {
    return count;
  }

  public long busAddress(int segment) {
    return busAddresses[checked(segment)];
  }

  public long length(int segment) {
    return lengths[checked(segment)];
  }

  /** Of all segments together. */
  public long bytes() {
    return bytes;
  }

  private int checked(int segment) {
    if (segment < 0 || segment >= count) {
      throw new IndexOutOfBoundsException("segment " + segment + " of " + count);
    }
    return segment;
  }
}
