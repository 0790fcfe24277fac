package org.portbench.harness.workload;

/** Operations in the order in which a client asks for them. Not thread-safe. */
@FunctionalInterface
public interface OperationSource {
  /** Makes {@code operation} the next one; false, and nothing is said of it, when there is none. */
  boolean next(Operation operation);
}
