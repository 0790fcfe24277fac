package org.portbench.harness.driver;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.dma.Command;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.Wiring;

/**
 * A request in the driver's hands: the memory it wired, and the commands it became. It belongs to
 * the request and is used again with it.
 */
final class Transfer {
  private final Request request;
  private final BusPages busPages = new BusPages();
  private final List<Command> commands = new ArrayList<>();
  private Wiring wiring;
  private int count;
  private int outstanding;
  private boolean begun;
  private long issuedPs;

  Transfer(Request request) {
    this.request = request;
  }

  /** Nothing is wired, and there are no commands yet. */
  Transfer begin() {
    wiring = null;
    busPages.clear();
    count = 0;
    begun = false;
    return this;
  }

  Request request() {
    return request;
  }

  void wired(Wiring its) {
    wiring = its;
  }

  Wiring wiring() {
    return wiring;
  }

  /** To be unmapped afterwards. */
  BusPages busPages() {
    return busPages;
  }

  /** One more command, after those before it in the order of the data. */
  Command add(Command.Kind kind, long address) {
    if (count == commands.size()) {
      commands.add(new Command());
    }
    return commands.get(count++).prepare(kind, address, this);
  }

  int commands() {
    return count;
  }

  Command command(int number) {
    return commands.get(number);
  }

  void issue(long nowPs) {
    outstanding = count;
    issuedPs = nowPs;
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
