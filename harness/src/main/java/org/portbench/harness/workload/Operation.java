package org.portbench.harness.workload;

/** One thing a client asks for; used again for the next one, so that asking makes no garbage. */
public final class Operation {
  private Kind kind = Kind.READ;
  private int file;
  private long offset;
  private int length;
  private long notBeforePs;

  /** What is asked for. Sync flushes data and metadata, data sync only data. */
  public enum Kind {
    READ,
    WRITE,
    SYNC,
    DATA_SYNC;

    public boolean movesData() {
      return this == READ || this == WRITE;
    }
  }

  /**
   * Makes this a read or write.
   *
   * @param newFile index into {@link Workload#files()}
   * @param newOffset first byte in the file; any value, aligned or not
   * @param newLength bytes; a read of 0 bytes is a null request
   */
  public void move(Kind newKind, int newFile, long newOffset, int newLength) {
    recorded(newKind, newFile, newOffset, newLength, 0);
  }

  /** Makes this a sync of a file. */
  public void sync(Kind newKind, int newFile) {
    recorded(newKind, newFile, 0, 0, 0);
  }

  /**
   * Makes this what somebody has recorded.
   *
   * @param newNotBeforePs earliest start, since the client's start in virtual time; 0 where only
   *     the pace decides. In a timed replay it is the intended start
   */
  void recorded(Kind newKind, int newFile, long newOffset, int newLength, long newNotBeforePs) {
    kind = newKind;
    file = newFile;
    offset = newOffset;
    length = newLength;
    notBeforePs = newNotBeforePs;
  }

  /** Makes this the same as another. */
  public void copy(Operation other) {
    recorded(other.kind, other.file, other.offset, other.length, other.notBeforePs);
  }

  public Kind kind() {
    return kind;
  }

  public int file() {
    return file;
  }

  public long offset() {
    return offset;
  }

  public int length() {
    return length;
  }

  public long notBeforePs() {
    return notBeforePs;
  }

  @Override
  public String toString() {
    return "%s of %d bytes at %d of file %d".formatted(kind, length, offset, file);
  }
}
