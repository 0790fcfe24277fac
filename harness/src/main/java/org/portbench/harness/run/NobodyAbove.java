package org.portbench.harness.run;

import org.portbench.harness.path.Request;
import org.portbench.harness.path.Stage;

/** The client's own stage: requests begin there, and replies to it end there. */
final class NobodyAbove implements Stage {
  @Override
  public void request(Request request) {
    throw new IllegalStateException("nobody is above the client");
  }

  @Override
  public void reply(Request request) {
    throw new IllegalStateException("a reply to the client ends there");
  }
}
