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

  /** Asks for an operation now; its latency counts from its intended start. */
  interface Asker {
    void ask(Operation operation, long intendedPs);
  }
}
