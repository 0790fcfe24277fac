package org.portbench.strategies.kernel;

import java.util.Arrays;
import org.portbench.hardware.memory.Frame;

/**
 * Bytes as the hardware sees them: parts of frames, in order. Pieces whose bytes follow one another
 * without a gap, from frame to neighbouring frame, are a run.
 */
public final class Pieces {
  private final int pageBytes;
  private Frame[] frames = new Frame[4];
  private int[] offsets = new int[4];

  /** Where each piece starts within all bytes, and after the last where they end. */
  private int[] starts = new int[5];

  /** At a run's first piece, the piece after its last. */
  private int[] runEnds = new int[4];

  private int count;
  private int run;

  Pieces(int pageBytes) {
    this.pageBytes = pageBytes;
  }

  void clear() {
    count = 0;
  }

  public int count() {
    return count;
  }

  public int bytes() {
    return starts[count];
  }

  public Frame frame(int i) {
    return frames[i];
  }

  /** The frame of each piece, as many as there are. */
  public Frame[] frames() {
    return frames;
  }

  public int offset(int i) {
    return offsets[i];
  }

  public int length(int i) {
    return starts[i + 1] - starts[i];
  }

  /** Where each piece starts within all bytes, and after the last where they end. */
  int[] starts() {
    return starts;
  }

  /** Where a piece starts within all bytes; after the last, where they end. */
  public int start(int i) {
    return starts[i];
  }

  /** The piece after the run that begins with one. */
  public int runEnd(int first) {
    return runEnds[first];
  }

  void add(Frame frame, int offset, int length) {
    if (count == frames.length) {
      grow();
    }
    if (count == 0 || !continues(frame, offset)) {
      run = count;
    }
    frames[count] = frame;
    offsets[count] = offset;
    starts[count + 1] = starts[count] + length;
    count++;
    runEnds[run] = count;
  }

  private boolean continues(Frame frame, int offset) {
    int last = count - 1;
    return offset == 0
        && offsets[last] + length(last) == pageBytes
        && frame.number() == frames[last].number() + 1;
  }

  private void grow() {
    frames = Arrays.copyOf(frames, 2 * count);
    offsets = Arrays.copyOf(offsets, 2 * count);
    starts = Arrays.copyOf(starts, 2 * count + 1);
    runEnds = Arrays.copyOf(runEnds, 2 * count);
  }
}
