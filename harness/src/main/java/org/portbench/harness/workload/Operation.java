package org.portbench.harness.workload;

/**
 * One thing a client asks for.
 *
 * @param file index into {@link Workload#files()}
 * @param offset first byte in the file; any value, aligned or not
 * @param length bytes, 0 for syncs; a read of 0 bytes is a null request
 * @param notBeforePs earliest start, since the client's start in virtual time; 0 where only the
 *     pace decides. In a timed replay it is the intended start
 */
public record Operation(Kind kind, int file, long offset, int length, long notBeforePs) {

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
}
