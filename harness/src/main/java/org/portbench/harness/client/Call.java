package org.portbench.harness.client;

import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.harness.measure.Expectation;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.workload.Operation;

/**
 * A client's place for one operation, from its intended start until it has ended; used again then.
 */
final class Call {
  private final Request request;
  private final Operation operation = new Operation();
  private final Optional<Expectation> expectation = Optional.of(new Expectation());
  private long intendedPs;

  Call(Path path, Consumer<Call> whenAnswered) {
    this.request = new Request(path, 0, _ -> whenAnswered.accept(this));
  }

  /** What is asked for, and from when on its latency counts. */
  Call of(Operation asked, long newIntendedPs) {
    operation.copy(asked);
    intendedPs = newIntendedPs;
    return this;
  }

  Request request() {
    return request;
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
