package org.portbench.harness.client;

import java.util.Optional;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.Pace;

/** As many operations at a time as the queue is deep; each that ends makes room for the next. */
final class ClosedLoopPacer implements Pacer {
  private final Pace.ClosedLoop loop;
  private final Supply supply;
  private final DomainThread thread;
  private final EventQueue events;
  private final Asker asker;
  private final Timer timer;
  private final FileOrder order;

  ClosedLoopPacer(
      Pace.ClosedLoop loop, Supply supply, DomainThread thread, EventQueue events, Asker asker) {
    this.loop = loop;
    this.supply = supply;
    this.thread = thread;
    this.events = events;
    this.asker = asker;
    this.timer = new Timer(events, nowPs -> thread.arrive(this::askNext, false));
    this.order = new FileOrder(loop.orderPerFile());
  }

  @Override
  public void start() {
    long startPs = supply.start(events.nowPs());
    for (int place = 0; place < loop.queueDepth(); place++) {
      timer.set(startPs);
    }
  }

  private void askNext() {
    Optional<Operation> next = supply.peek(events.nowPs());
    if (next.isEmpty()) {
      return;
    }
    Operation operation = next.get();
    if (order.blocks(operation)) {
      order.park(() -> thread.postOwn(this::askNext));
      return;
    }
    supply.take();
    order.begin(operation);
    asker.ask(operation, events.nowPs());
  }

  @Override
  public void ended(Operation operation) {
    order.end(operation);
    if (loop.thinkTimePs() > 0) {
      timer.set(events.nowPs() + loop.thinkTimePs());
    } else {
      thread.postOwn(this::askNext);
    }
  }

  @Override
  public boolean saturated() {
    return false;
  }
}
