package org.portbench.harness.workload;

/**
 * A workload that cannot be used; the message is one line: where, what is wrong, what would be
 * right.
 */
public final class WorkloadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public WorkloadException(String message) {
    super(message);
  }
}
