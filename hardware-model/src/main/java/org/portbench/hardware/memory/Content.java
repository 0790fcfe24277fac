package org.portbench.hardware.memory;

import java.util.Arrays;

/**
 * What a run of bytes holds, as stamps instead of bytes. A stamp covers a range and says where its
 * bytes come from: an origin, and the position of the first byte within it. Partial writes split
 * stamps; neighbours that continue one another merge, so equal content has equal stamps.
 *
 * <pre>
 *   start   0          512            4096 = size
 *           | origin 7 | origin 0     |
 *           | base 900 | (zeroes)     |      byte 3 is "origin 7, position 903"
 * </pre>
 */
public final class Content implements Bytes {
  /** The origin of bytes that are zero. */
  public static final long ZERO = 0;

  private static final int[] NO_STARTS = {};
  private static final long[] NO_STAMPS = {};

  private final int size;
  private int count;

  // The first stamp, mostly the only one, is here; the arrays have the others, from 1 on.
  private long firstOrigin;
  private long firstBase;
  private int[] starts = NO_STARTS;
  private long[] origins = NO_STAMPS;
  private long[] bases = NO_STAMPS;

  /** All zero. */
  public Content(int size) {
    this.size = size;
    this.count = 1;
  }

  public int size() {
    return size;
  }

  /** How many stamps it takes to describe the content. */
  public int stamps() {
    return count;
  }

  @Override
  public void fill(int from, int length, long origin, long base) {
    checkRange(from, length);
    if (length == size) {
      count = 1;
      firstOrigin = origin;
      firstBase = base;
    } else if (length > 0) {
      splice(from, length, origin, base);
    }
  }

  @Override
  public void copyFrom(Content source, int sourceFrom, int from, int length) {
    source.checkRange(sourceFrom, length);
    checkRange(from, length);
    if (source.count == 1) {
      fill(from, length, source.firstOrigin, source.firstBase + sourceFrom);
      return;
    }
    int at = sourceFrom;
    int end = sourceFrom + length;
    for (int i = source.indexOf(sourceFrom); at < end; i++) {
      int stop = Math.min(end, source.endOf(i));
      fill(from + at - sourceFrom, stop - at, source.origin(i), source.base(i, at));
      at = stop;
    }
  }

  @Override
  public void copyTo(Content target, int from, int targetFrom, int length) {
    target.copyFrom(this, from, targetFrom, length);
  }

  @Override
  public boolean matches(int from, int length, long origin, long base) {
    checkRange(from, length);
    int at = from;
    int end = from + length;
    for (int i = length == 0 ? 0 : indexOf(from); at < end; i++) {
      boolean same = origin(i) == origin && (origin == ZERO || base(i, at) == base + at - from);
      if (!same) {
        return false;
      }
      at = Math.min(end, endOf(i));
    }
    return true;
  }

  @Override
  public boolean matches(int from, Content other, int otherFrom, int length) {
    checkRange(from, length);
    other.checkRange(otherFrom, length);
    if (other.count == 1) {
      return matches(from, length, other.firstOrigin, other.firstBase + otherFrom);
    }
    int at = otherFrom;
    int end = otherFrom + length;
    for (int i = length == 0 ? 0 : other.indexOf(otherFrom); at < end; i++) {
      int stop = Math.min(end, other.endOf(i));
      if (!matches(from + at - otherFrom, stop - at, other.origin(i), other.base(i, at))) {
        return false;
      }
      at = stop;
    }
    return true;
  }

  /** The origin of the first byte. */
  long firstOrigin() {
    return firstOrigin;
  }

  /** The position of the first byte within its origin. */
  long firstBase() {
    return firstBase;
  }

  private void splice(int from, int length, long origin, long base) {
    int to = from + length;
    int first = indexOf(from);
    int last = indexOf(to - 1);
    int lastEnd = endOf(last);
    int head = start(first) < from ? 1 : 0;
    int tail = to < lastEnd ? 1 : 0;
    long tailOrigin = origin(last);
    long tailBase = base(last, to);
    int grown = head + 1 + tail - (last - first + 1);
    if (count + grown > starts.length) {
      int capacity = Math.max(count + grown, 2 * starts.length);
      starts = Arrays.copyOf(starts, capacity);
      origins = Arrays.copyOf(origins, capacity);
      bases = Arrays.copyOf(bases, capacity);
    }
    move(last + 1, grown);
    count += grown;
    int at = first + head;
    set(at, from, origin, base);
    if (tail == 1) {
      set(at + 1, to, tailOrigin, tailBase);
    }
    mergeAt(at + 1);
    mergeAt(at);
  }

  private int start(int i) {
    return i == 0 ? 0 : starts[i];
  }

  private long origin(int i) {
    return i == 0 ? firstOrigin : origins[i];
  }

  /** The position, within stamp i's origin, of a byte that it covers. */
  private long base(int i, int at) {
    return i == 0 ? firstBase + at : bases[i] + at - starts[i];
  }

  private void set(int i, int start, long origin, long base) {
    if (i == 0) {
      firstOrigin = origin;
      firstBase = base;
      return;
    }
    starts[i] = start;
    origins[i] = origin;
    bases[i] = base;
  }

  private void move(int from, int by) {
    System.arraycopy(starts, from, starts, from + by, count - from);
    System.arraycopy(origins, from, origins, from + by, count - from);
    System.arraycopy(bases, from, bases, from + by, count - from);
  }

  /** Joins stamp i with the one before it if it continues it. */
  private void mergeAt(int i) {
    if (i <= 0 || i >= count || origin(i) != origin(i - 1)) {
      return;
    }
    if (origin(i) == ZERO || bases[i] == base(i - 1, starts[i])) {
      move(i + 1, -1);
      count--;
    }
  }

  private int indexOf(int position) {
    int i = 0;
    while (i + 1 < count && starts[i + 1] <= position) {
      i++;
    }
    return i;
  }

  private int endOf(int i) {
    return i + 1 < count ? starts[i + 1] : size;
  }

  private void checkRange(int from, int length) {
    if (from < 0 || length < 0 || from > size - length) {
      throw new IndexOutOfBoundsException(from + " + " + length + " is outside " + size + " bytes");
    }
  }
}
