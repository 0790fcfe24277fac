package org.portbench.harness.driver;

import java.util.List;
import org.portbench.hardware.dma.Command;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.Wiring;

/** A request in the driver's hands: the memory it wired, and the commands it became. */
final class Transfer {
  private final Request request;
  private final Wiring wiring;
  private final long[] busPages;
  private int outstanding;

  /**
   * @param busPages to be unmapped afterwards
   */
  Transfer(Request request, Wiring wiring, long[] busPages) {
    this.request = request;
    this.wiring = wiring;
    this.busPages = busPages;
  }

  Request request() {
    return request;
  }

  Wiring wiring() {
    return wiring;
  }

  long[] busPages() {
    return busPages;
  }

  List<Command> issue(List<Command> commands) {
    outstanding = commands.size();
    return commands;
  }

  /** One command has completed; returns whether it was the last. */
  boolean completed() {
    return --outstanding == 0;
  }
}
