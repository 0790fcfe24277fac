package org.portbench.harness.workload;

import java.util.Optional;

/** Operations in the order in which a client asks for them; ends when empty. Not thread-safe. */
public interface OperationSource {
  Optional<Operation> next();
}
