package org.portbench.harness.client;

import org.portbench.harness.workload.Operation;

/** Decides when a client asks. */
interface Pacer {

  /** Begins to ask, or goes on when there is more to ask for. */
  void start();

  /** An operation has ended. */
  void ended(Operation operation);

  /** Whether more arrives than can be done. */
  boolean saturated();
}
