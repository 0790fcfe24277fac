package org.portbench.harness.client;

import java.util.function.Consumer;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.hardware.sim.Zone;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.Pace;

/** As many operations at a time as the queue is deep; each that ends makes room for the next. */
final class ClosedLoopPacer implements Pacer {
  private final Pace.ClosedLoop loop;
  private final Supply supply;
  private final DomainThread thread;
  private final EventQueue events;
  private final Zone<Call> calls;
  private final Consumer<Call> ask;
  private final Timer timer;
  private final FileOrder order;
  private final Runnable askNext = this::askNext;

  ClosedLoopPacer(
      Pace.ClosedLoop loop,
      Supply supply,
      DomainThread thread,
      EventQueue events,
      Zone<Call> calls,
      Consumer<Call> ask) {
    this.loop = loop;
    this.supply = supply;
    this.thread = thread;
    this.events = events;
    this.calls = calls;
    this.ask = ask;
    this.timer = new Timer(events, _ -> thread.arrive(askNext, false));
    this.order = new FileOrder(loop.orderPerFile(), () -> thread.postOwn(askNext));
  }

  @Override
  public void start() {
    long startPs = supply.start(events.nowPs());
    for (int place = 0; place < loop.queueDepth(); place++) {
      timer.set(startPs);
    }
  }

  private void askNext() {
    long nowPs = events.nowPs();
    if (!supply.hasNext(nowPs) || order.blocks(supply.next())) {
      return;
    }
    Call call = calls.take().of(supply.next(), nowPs);
    supply.take();
    order.begin(call.operation());
    ask.accept(call);
  }

  @Override
  public void ended(Operation operation) {
    order.end(operation);
    if (loop.thinkTimePs() > 0) {
      timer.set(events.nowPs() + loop.thinkTimePs());
    } else {
      thread.postOwn(askNext);
    }
  }

  @Override
  public boolean saturated() {
    return false;
  }
}
