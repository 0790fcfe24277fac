package org.portbench.harness.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Meter;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Port;

/** What a thread has to do: first what was posted to it, then messages, port by port. */
final class Inbox {
  private static final long NEVER_WAITS = Long.MAX_VALUE;

  private final Meter meter;
  private final WorkQueue posted = new WorkQueue();
  private Port[] ports = {};
  private final List<Consumer<Envelope>> handlers = new ArrayList<>();

  Inbox(Meter meter) {
    this.meter = meter;
  }

  void serve(Port port, Consumer<Envelope> handler) {
    ports = Arrays.copyOf(ports, ports.length + 1);
    ports[ports.length - 1] = port;
    handlers.add(handler);
  }

  /**
   * @param waiting whether time that passes before its turn is queueing
   */
  <T> void post(Consumer<? super T> work, T about, long duePs, boolean waiting) {
    posted.add(work, about, waiting ? duePs : NEVER_WAITS);
  }

  boolean isEmpty() {
    return posted.isEmpty() && firstWaiting() == ports.length;
  }

  /** Handles the next, if there is any. */
  void handleNext(long nowPs) {
    if (!posted.isEmpty()) {
      waited(nowPs - posted.nextDuePs());
      posted.doNext();
      return;
    }
    int next = firstWaiting();
    if (next < ports.length) {
      Envelope envelope = ports[next].receive();
      waited(envelope.waitedPs(nowPs));
      handlers.get(next).accept(envelope);
    }
  }

  private int firstWaiting() {
    int port = 0;
    while (port < ports.length && !ports[port].waiting()) {
      port++;
    }
    return port;
  }

  void waited(long ps) {
    if (ps > 0) {
      meter.chargeAside(Category.QUEUEING, "WAIT", 1, ps);
    }
  }
}
