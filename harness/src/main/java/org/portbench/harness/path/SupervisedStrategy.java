package org.portbench.harness.path;

import java.util.function.Supplier;
import org.portbench.hardware.cost.Meter;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/** A strategy at work: while it runs, the meter cannot be stopped, emptied or set back. */
final class SupervisedStrategy implements MessagingStrategy {
  private final MessagingStrategy strategy;
  private final Meter meter;

  SupervisedStrategy(MessagingStrategy strategy, Meter meter) {
    this.strategy = strategy;
    this.meter = meter;
  }

  @Override
  public String name() {
    return strategy.name();
  }

  @Override
  public String description() {
    return strategy.description();
  }

  @Override
  public PortKind ports() {
    return strategy.ports();
  }

  @Override
  public boolean crossesDomains() {
    return strategy.crossesDomains();
  }

  @Override
  public void open(Kernel kernel) {
    strategy.open(kernel);
  }

  @Override
  public Payload buffer(Crossing here, int length) {
    return supervised(() -> strategy.buffer(here, length));
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    return supervised(() -> strategy.send(crossing, message, held));
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return supervised(() -> strategy.receive(crossing, message, inTransit));
  }

  @Override
  public Payload reach(Crossing crossing, Message message, Payload held) {
    return supervised(() -> strategy.reach(crossing, message, held));
  }

  @Override
  public void release(Crossing crossing, Message message, Payload payload) {
    supervised(() -> {
      strategy.release(crossing, message, payload);
      return payload;
    });
  }

  private Payload supervised(Supplier<Payload> work) {
    meter.supervise(true);
    try {
      return work.get();
    } finally {
      meter.supervise(false);
    }
  }
}
