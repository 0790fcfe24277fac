package org.portbench.strategies.kernel;

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

  /** In how many ranges so many bytes lie. */
  int count(int length) {
    return Math.clamp(length / BLOCK_BYTES, 1, ranges);
  }

  /** How long one range of so many bytes is; the last has what is no whole block. */
  int length(int length, int range) {
    return end(length, range) - end(length, range - 1);
  }

  private int end(int length, int range) {
    int count = count(length);
    long blocks = length / BLOCK_BYTES;
    return range == count - 1
        ? length
        : Math.toIntExact(blocks * (range + 1) / count * BLOCK_BYTES);
  }
}
