package org.portbench.harness.client;

import java.util.Optional;
import org.portbench.harness.measure.Expectation;
import org.portbench.harness.workload.Operation;

/** A client's place for one operation, from its intended start until it has ended. */
final class Call {
  private final Operation operation = new Operation();
  private final Optional<Expectation> expectation = Optional.of(new Expectation());
  private long intendedPs;

  /** What is asked for, and from when on its latency counts. */
  Call of(Operation asked, long newIntendedPs) {
    operation.copy(asked);
    intendedPs = newIntendedPs;
    return this;
  }

  Operation operation() {
    return operation;
  }

  long intendedPs() {
    return intendedPs;
  }

  /** Present, as requests take it. */
  Optional<Expectation> expectation() {
    return expectation;
  }
}
