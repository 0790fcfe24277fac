package org.portbench.strategies.kernel;

import java.util.Arrays;
import org.portbench.hardware.memory.Frame;

/** Bytes as the hardware sees them: parts of frames, in order. */
public final class Pieces {
  private Frame[] frames = new Frame[4];
  private int[] offsets = new int[4];
  private int[] lengths = new int[4];
  private int count;
  private int bytes;

  void clear() {
    count = 0;
    bytes = 0;
  }

  public int count() {
    return count;
  }

  public int bytes() {
    return bytes;
  }

  public Frame frame(int i) {
    return frames[i];
  }

  public int offset(int i) {
    return offsets[i];
  }

  public int length(int i) {
    return lengths[i];
  }

  void add(Frame frame, int offset, int length) {
    if (count == frames.length) {
      frames = Arrays.copyOf(frames, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    frames[count] = frame;
    offsets[count] = offset;
    lengths[count] = length;
    count++;
    bytes += length;
  }
}
