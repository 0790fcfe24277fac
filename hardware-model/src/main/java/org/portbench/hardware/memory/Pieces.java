package org.portbench.hardware.memory;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Bytes as the hardware sees them: parts of frames, in order. Pieces whose bytes follow one another
 * without a gap, from frame to neighbouring frame, are a run.
 */
public final class Pieces {
  private final PhysicalMemory memory;
  private final int pageBytes;
  private int[] frames = new int[4];
  private int[] offsets = new int[4];

  /** Where each piece starts within all bytes, and after the last where they end. */
  private int[] starts = new int[5];

  private int count;

  // Of the pieces that were added last at once: mostly all of them, in neighbouring frames.
  private int neighboursFrom;
  private int neighboursTo;

  public Pieces(PhysicalMemory memory) {
    this.memory = memory;
    this.pageBytes = memory.pageBytes();
  }

  public void clear() {
    count = 0;
    neighboursTo = 0;
  }

  public int count() {
    return count;
  }

  public int bytes() {
    return starts[count];
  }

  public Frame frame(int i) {
    return memory.frame(frames[i]);
  }

  public int frameNumber(int i) {
    return frames[i];
  }

  /** The number of each piece's frame, as many as there are pieces. */
  public int[] frames() {
    return frames;
  }

  public int offset(int i) {
    return offsets[i];
  }

  public int length(int i) {
    return starts[i + 1] - starts[i];
  }

  /** Where a piece starts within all bytes; after the last, where they end. */
  public int start(int i) {
    return starts[i];
  }

  /** The piece after the run that begins with one. */
  public int runEnd(int first) {
    int next = first + 1;
    while (next < count && continues(next)) {
      next += Math.max(1, wholeFrames(next));
    }
    return next;
  }

  private boolean continues(int i) {
    return frames[i] == frames[i - 1] + 1
        && offsets[i] == 0
        && offsets[i - 1] + length(i - 1) == pageBytes;
  }

  /** How many pieces from one on are whole neighbouring frames; at least so many are. */
  int wholeFrames(int first) {
    if (neighboursFrom <= first && first < neighboursTo && whole(first)) {
      return neighboursTo - first - (whole(neighboursTo - 1) ? 0 : 1);
    }
    int next = first;
    while (whole(next) && follows(first, next)) {
      next++;
    }
    return next - first;
  }

  private boolean whole(int i) {
    return i < count && length(i) == pageBytes;
  }

  private boolean follows(int first, int i) {
    return frames[i] - frames[first] == i - first;
  }

  public void add(int frame, int offset, int length) {
    room(1);
    frames[count] = frame;
    offsets[count] = offset;
    starts[count + 1] = starts[count] + length;
    count++;
  }

  /**
   * Adds bytes that go on from frame to frame of an array.
   *
   * @param offset where they begin in the first
   */
  public void addAll(int[] numbers, int first, int offset, int length) {
    int added = length == 0 ? 0 : Math.ceilDiv(offset + length, pageBytes);
    room(added);
    if (added == 0) {
      return;
    }
    int end = starts[count] + length;
    int begin = starts[count] - offset;
    int strangers = 0;
    for (int i = 0; i < added; i++) {
      frames[count + i] = numbers[first + i];
      offsets[count + i] = 0;
      starts[count + i + 1] = begin + (i + 1) * pageBytes;
      strangers |= numbers[first + i] - i ^ numbers[first];
    }
    offsets[count] = offset;
    neighboursFrom = count;
    neighboursTo = strangers == 0 ? count + added : count;
    count += added;
    starts[count] = end;
  }

  /**
   * The same where each page is still to be found.
   *
   * @param frameOf tells the frame of the page at a place, of which {@code first} is the first
   */
  public void addEach(IntUnaryOperator frameOf, int first, int offset, int length) {
    int begin = offset;
    int left = length;
    for (int i = first; left > 0; i++) {
      int part = Math.min(pageBytes - begin, left);
      add(frameOf.applyAsInt(i), begin, part);
      left -= part;
      begin = 0;
    }
  }

  /** Adds part of other pieces. */
  public void addPart(Pieces other, int from, int length) {
    if (length == 0) {
      return;
    }
    int first = other.pieceAt(from);
    int added = other.pieceAt(from + length - 1) + 1 - first;
    room(added);
    int shift = starts[count] - from;
    int end = starts[count] + length;
    int skipped = from - other.starts[first];
    for (int i = first; i < first + added; i++) {
      frames[count] = other.frames[i];
      offsets[count] = other.offsets[i] + skipped;
      skipped = 0;
      starts[++count] = Math.min(other.starts[i + 1] + shift, end);
    }
  }

  /** The piece that has a byte. */
  private int pieceAt(int at) {
    int found = Arrays.binarySearch(starts, 0, count, at);
    return found < 0 ? -found - 2 : found;
  }

  private void room(int more) {
    int needed = count + more;
    if (needed > frames.length) {
      int capacity = Math.max(needed, 2 * frames.length);
      frames = Arrays.copyOf(frames, capacity);
      offsets = Arrays.copyOf(offsets, capacity);
      starts = Arrays.copyOf(starts, capacity + 1);
    }
  }
}
