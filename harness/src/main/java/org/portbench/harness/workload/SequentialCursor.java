package org.portbench.harness.workload;

/** Front to back, with one place for reads and one for writes, as fio keeps them. */
final class SequentialCursor implements RegionCursor {
  private final long regionBytes;
  private final RequestPattern pattern;
  private long readPlace;
  private long writePlace;

  SequentialCursor(RequestPattern pattern, long regionBytes) {
    this.pattern = pattern;
    this.regionBytes = regionBytes;
  }

  @Override
  public void restart() {
    readPlace = 0;
    writePlace = 0;
  }

  @Override
  public long next(boolean read) {
    long place = read ? readPlace : writePlace;
    return place + pattern.sizes(read).smallest() <= regionBytes ? place : EXHAUSTED;
  }

  @Override
  public int claim(boolean read, long offset, int bytes) {
    if (read) {
      readPlace = offset + bytes;
    } else {
      writePlace = offset + bytes;
    }
    return bytes;
  }
}
