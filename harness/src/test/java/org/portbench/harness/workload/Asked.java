package org.portbench.harness.workload;

import java.util.Optional;

/** What an operation was when it was asked for. */
record Asked(Operation.Kind kind, int file, long offset, int length, long notBeforePs) {

  /** A source's next operation, as long as there is one. */
  static Optional<Asked> next(OperationSource source) {
    Operation operation = new Operation();
    return source.next(operation) ? Optional.of(of(operation)) : Optional.empty();
  }

  private static Asked of(Operation operation) {
    return new Asked(
        operation.kind(),
        operation.file(),
        operation.offset(),
        operation.length(),
        operation.notBeforePs());
  }
}
