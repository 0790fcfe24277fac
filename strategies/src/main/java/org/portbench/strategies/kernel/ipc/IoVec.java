package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The ranges of one request, in order. */
public final class IoVec {
  private long[] addresses = new long[1];
  private int[] lengths = new int[1];
  private int count;
  private int length;

  /** No range yet. */
  public IoVec() {}

  public IoVec(List<ByteRange> ranges) {
    ranges.forEach(range -> add(range.address(), range.length()));
  }

  public static IoVec of(long address, int length) {
    IoVec one = new IoVec();
    one.add(address, length);
    return one;
  }

  public void clear() {
    count = 0;
    length = 0;
  }

  public void add(long address, int bytes) {
    if (count == lengths.length) {
      addresses = Arrays.copyOf(addresses, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    addresses[count] = address;
    lengths[count++] = bytes;
    length += bytes;
  }

  /** Puts a range before all others. */
  public void addFirst(long address, int bytes) {
    add(address, bytes);
    System.arraycopy(addresses, 0, addresses, 1, count - 1);
    System.arraycopy(lengths, 0, lengths, 1, count - 1);
    addresses[0] = address;
    lengths[0] = bytes;
  }

  /** Makes a range longer or shorter, where it is. */
  public void resize(int i, int bytes) {
    length += bytes - lengths[i];
    lengths[i] = bytes;
  }

  public void addAll(IoVec others) {
    for (int i = 0; i < others.count; i++) {
      add(others.addresses[i], others.lengths[i]);
    }
  }

  public int count() {
    return count;
  }

  public long address(int i) {
    return addresses[i];
  }

  public int length(int i) {
    return lengths[i];
  }

  /** Of all ranges together. */
  public int length() {
    return length;
  }

  /** All of them, for those that are not in a hurry. */
  public List<ByteRange> ranges() {
    List<ByteRange> ranges = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ranges.add(new ByteRange(addresses[i], lengths[i]));
    }
    return ranges;
  }

  @Override
  public String toString() {
    return ranges().toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IoVec vec
        && Arrays.equals(addresses, 0, count, vec.addresses, 0, vec.count)
        && Arrays.equals(lengths, 0, count, vec.lengths, 0, vec.count);
  }

  @Override
  public int hashCode() {
    return count == 0 ? 0 : Long.hashCode(addresses[0]) + lengths[0];
  }
}
