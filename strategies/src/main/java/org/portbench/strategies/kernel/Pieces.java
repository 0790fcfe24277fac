package org.portbench.strategies.kernel;

import java.util.Arrays;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.PhysicalMemory;

/**
 * Bytes as the hardware sees them: parts of frames, in order. Pieces whose bytes follow one another
 * without a gap, from frame to neighbouring frame, are a run.
 */
public final class Pieces {
  private static final int NO_FRAME = -1;

  private final PhysicalMemory memory;
  private final int pageBytes;
  private int[] frames = new int[4];
  private int[] offsets = new int[4];

  /** Where each piece starts within all bytes, and after the last where they end. */
  private int[] starts = new int[5];

  /** At a run's first piece, the piece after its last. */
  private int[] runEnds = new int[4];

  private int count;
  private int run;

  /** The frame that would continue the run at its start; none where the last piece ends before. */
  private int nextFrame = NO_FRAME;

  Pieces(PhysicalMemory memory) {
    this.memory = memory;
    this.pageBytes = memory.pageBytes();
  }

  void clear() {
    count = 0;
    nextFrame = NO_FRAME;
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

  void add(int frame, int offset, int length) {
    if (count == frames.length) {
      grow();
    }
    if (offset > 0 || frame != nextFrame) {
      run = count;
    }
    nextFrame = offset + length == pageBytes ? frame + 1 : NO_FRAME;
    frames[count] = frame;
    offsets[count] = offset;
    starts[count + 1] = starts[count] + length;
    count++;
    runEnds[run] = count;
  }

  private void grow() {
    frames = Arrays.copyOf(frames, 2 * count);
    offsets = Arrays.copyOf(offsets, 2 * count);
    starts = Arrays.copyOf(starts, 2 * count + 1);
    runEnds = Arrays.copyOf(runEnds, 2 * count);
  }
}
