package org.portbench.hardware.memory;

import java.util.Arrays;

/**
 * What the frames hold, by their numbers. Nearly all hold the bytes of one origin without a gap,
 * which two numbers tell; they lie in arrays, so that the frames of a large buffer are filled,
 * copied and compared in one sweep. One that holds more has a {@link Content} of its own.
 */
final class FrameContents {
  /** In place of the origin of a frame that holds bytes of several. */
  private static final long SEVERAL = Long.MIN_VALUE;

  private final int pageBytes;
  private long[] origins = {};
  private long[] bases = {};

  /** Kept for the next time once a frame needs it no more. */
  private Content[] several = {};

  FrameContents(int pageBytes) {
    this.pageBytes = pageBytes;
  }

  /** From now on there may be so many frames; new ones hold zeroes. */
  void grow(int frames) {
    origins = Arrays.copyOf(origins, frames);
    bases = Arrays.copyOf(bases, frames);
    several = Arrays.copyOf(several, frames);
  }

  void fill(int frame, int from, int length, long origin, long base) {
    if (from == 0 && length == pageBytes && origin != SEVERAL) {
      origins[frame] = origin;
      bases[frame] = base;
    } else {
      Content content = content(frame);
      content.fill(from, length, origin, base);
      settle(frame, content);
    }
  }

  /** Fills whole frames with bytes that follow one another. */
  void fill(int[] frames, int first, int end, long origin, long base) {
    long next = base;
    for (int i = first; i < end; i++) {
      origins[frames[i]] = origin;
      bases[frames[i]] = next;
      next += pageBytes;
    }
  }

  void copy(int source, int sourceFrom, int target, int from, int length) {
    long origin = origins[source];
    if (origin == SEVERAL) {
      copyFrom(target, several[source], sourceFrom, from, length);
    } else {
      checkRange(sourceFrom, length);
      fill(target, from, length, origin, bases[source] + sourceFrom);
    }
  }

  /** Copies neighbouring frames to others, of which none is among them. */
  void copyRun(int source, int target, int frames) {
    System.arraycopy(origins, source, origins, target, frames);
    System.arraycopy(bases, source, bases, target, frames);
    for (int i = 0; i < frames; i++) {
      if (origins[target + i] == SEVERAL) {
        copy(source + i, 0, target + i, 0, pageBytes);
      }
    }
  }

  void copyFrom(int frame, Content source, int sourceFrom, int from, int length) {
    Content content = content(frame);
    content.copyFrom(source, sourceFrom, from, length);
    settle(frame, content);
  }

  void copyTo(int frame, Content target, int from, int targetFrom, int length) {
    if (origins[frame] == SEVERAL) {
      target.copyFrom(several[frame], from, targetFrom, length);
    } else {
      checkRange(from, length);
      target.fill(targetFrom, length, origins[frame], bases[frame] + from);
    }
  }

  boolean matches(int frame, int from, int length, long origin, long base) {
    if (origins[frame] == SEVERAL) {
      return several[frame].matches(from, length, origin, base);
    }
    checkRange(from, length);
    return length == 0
        || (origins[frame] == origin && (origin == Content.ZERO || bases[frame] + from == base));
  }

  boolean matches(int frame, int from, Content other, int otherFrom, int length) {
    if (origins[frame] == SEVERAL) {
      return several[frame].matches(from, other, otherFrom, length);
    }
    checkRange(from, length);
    return other.matches(otherFrom, length, origins[frame], bases[frame] + from);
  }

  /** Whether pieces of frames hold the bytes of a content from its start on. */
  boolean matches(Pieces pieces, Content expected) {
    if (pieces.bytes() > expected.size()) {
      throw new IndexOutOfBoundsException(
          pieces.bytes() + " bytes cannot be those of " + expected.size());
    }
    boolean one = expected.stamps() == 1;
    long origin = expected.firstOrigin();
    long base = expected.firstBase();
    boolean same = true;
    for (int i = 0; i < pieces.count(); i++) {
      int frame = pieces.frameNumber(i);
      int offset = pieces.offset(i);
      int start = pieces.start(i);
      boolean plain = one && origins[frame] == origin && bases[frame] + offset == base + start;
      same &= plain || matches(frame, offset, expected, start, pieces.length(i));
    }
    return same;
  }

  /** The same bytes as a content to be changed. */
  private Content content(int frame) {
    if (several[frame] == null) {
      several[frame] = new Content(pageBytes);
    }
    if (origins[frame] != SEVERAL) {
      several[frame].fill(0, pageBytes, origins[frame], bases[frame]);
    }
    return several[frame];
  }

  private void settle(int frame, Content content) {
    boolean one = content.stamps() == 1;
    origins[frame] = one ? content.firstOrigin() : SEVERAL;
    bases[frame] = content.firstBase();
  }

  private void checkRange(int from, int length) {
    if (from < 0 || length < 0 || from > pageBytes - length) {
      throw new IndexOutOfBoundsException(
          from + " + " + length + " is outside " + pageBytes + " bytes");
    }
  }
}
