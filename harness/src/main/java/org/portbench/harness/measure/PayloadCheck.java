package org.portbench.harness.measure;

import java.util.Optional;

/** Compares what arrived with what was sent, for each operation. */
public final class PayloadCheck {
  private long checkedBytes;
  private long mismatches;
  private String first = "";

  public void checked(int bytes) {
    checkedBytes += bytes;
  }

  /** Something was not what it should have been. */
  public void mismatch(String what) {
    mismatches++;
    first = first.isEmpty() ? what : first;
  }

  public long checkedBytes() {
    return checkedBytes;
  }

  public long mismatches() {
    return mismatches;
  }

  /** What went wrong first. */
  public Optional<String> firstMismatch() {
    return Optional.of(first).filter(what -> !what.isEmpty());
  }

  /** Forgets what was checked, but never what was found wrong. */
  public void reset() {
    checkedBytes = 0;
  }
}
