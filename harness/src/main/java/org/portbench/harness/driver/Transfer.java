package org.portbench.harness.driver;

import java.util.List;
import org.portbench.hardware.dma.Command;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.Pieces;
import org.portbench.strategies.kernel.Wiring;

/** A request in the driver's hands: the memory it wired, and the commands it became. */
final class Transfer {
  static final Wiring NOTHING_WIRED = new Wiring(new Pieces(), List.of());

  private final Request request;
  private final Wiring wiring;
  private final long[] busPages;
  private List<Command> commands = List.of();
  private int outstanding;
  private boolean begun;
  private long issuedPs;

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

  Transfer of(List<Command> its) {
    commands = its;
    return this;
  }

  /** In the order of the data. */
  List<Command> commands() {
    return commands;
  }

  List<Command> issue(long nowPs) {
    outstanding = commands.size();
    issuedPs = nowPs;
    return commands;
  }

  /** One command is in the ring; returns how long the first waited for that, the others for it. */
  long entered(long nowPs) {
    long waitedPs = begun ? 0 : nowPs - issuedPs;
    begun = true;
    return waitedPs;
  }

  /** One command has completed; returns whether it was the last. */
  boolean completed() {
    return --outstanding == 0;
  }
}
