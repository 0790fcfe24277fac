package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the bytes of a task's buffers lie: in so many ranges, each in pages of its own, that begin
 * so many bytes into a page. Ranges are as equal as whole blocks of 512 bytes allow; what is too
 * short for a block in each has fewer.
 *
 * @param ranges at most
 * @param firstByte within its page, of each range
 */
public record BufferShape(int ranges, int firstByte) {

  /** One range from a page's first byte on. */
  public static final BufferShape WHOLE = new BufferShape(1, 0);

  private static final int BLOCK_BYTES = 512;

  /** How long each range of so many bytes is; the last has what is no whole block. */
  List<Integer> lengths(int length) {
    long blocks = length / BLOCK_BYTES;
    int count = Math.clamp(blocks, 1, ranges);
    List<Integer> lengths = new ArrayList<>();
    int done = 0;
    for (int i = 1; i < count; i++) {
      int end = Math.toIntExact(blocks * i / count * BLOCK_BYTES);
      lengths.add(end - done);
      done = end;
    }
    lengths.add(length - done);
    return lengths;
  }
}
