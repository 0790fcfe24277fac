package org.portbench.hardware.memory;

/** A run of bytes that can be filled, copied and compared: {@link Content}, or a frame's. */
public interface Bytes {

  /** Bytes {@code [from, from + length)} become those of {@code origin} from {@code base} on. */
  void fill(int from, int length, long origin, long base);

  /** Takes over bytes of a content. */
  void copyFrom(Content source, int sourceFrom, int from, int length);

  /** A content takes over bytes of these. */
  void copyTo(Content target, int from, int targetFrom, int length);

  /** Whether the bytes are those of {@code origin} from {@code base} on. */
  boolean matches(int from, int length, long origin, long base);

  /** Whether both hold the same bytes in these ranges. */
  boolean matches(int from, Content other, int otherFrom, int length);
}
