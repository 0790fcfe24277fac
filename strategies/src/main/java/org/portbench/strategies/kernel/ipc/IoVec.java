package org.portbench.strategies.kernel.ipc;

import java.util.List;

/** The ranges of one request, in order. */
public record IoVec(List<ByteRange> ranges) {

  public static IoVec of(long address, int length) {
    return new IoVec(List.of(new ByteRange(address, length)));
  }

  public int length() {
    return ranges.stream().mapToInt(ByteRange::length).sum();
  }
}
