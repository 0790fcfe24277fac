package org.portbench.strategies;

import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;

/** A write as a strategy passes it: to a layer, or to the driver if no domain is crossed. */
final class StrategyPassage implements Passage {
  private final Course course;
  private final AddressRanges memory;
  private final Exchange exchange;

  StrategyPassage(Bench bench, MessagingStrategy strategy, int bytes) {
    this.course = new Course(bench, strategy, 1);
    this.memory = course.buffer(bytes);
    course.at(0, () -> bench.fill(memory, SENT));
    this.exchange = new Exchange(course, Operation.WRITE, memory);
    exchange.send();
    exchange.queue();
  }

  @Override
  public AddressRanges memory() {
    return memory;
  }

  @Override
  public void bySender(Runnable work) {
    course.at(0, work);
  }

  @Override
  public void byReceiver(Runnable work) {
    course.at(1, work);
  }

  @Override
  public Payload received() {
    exchange.receive();
    return exchange.reach(1);
  }
}
