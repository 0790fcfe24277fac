package org.portbench.harness.client;

/** How many more reads and writes the clients of a cell may start together. */
public final class OperationLimit {
  private long left;

  public void allow(long operations) {
    left = operations;
  }

  public boolean reached() {
    return left <= 0;
  }

  void started() {
    left--;
  }
}
