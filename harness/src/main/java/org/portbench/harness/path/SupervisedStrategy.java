package org.portbench.harness.path;

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
    meter.supervise(true);
    try {
      return strategy.buffer(here, length);
    } finally {
      meter.supervise(false);
    }
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    meter.supervise(true);
    try {
      return strategy.send(crossing, message, held);
    } finally {
      meter.supervise(false);
    }
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    meter.supervise(true);
    try {
      return strategy.receive(crossing, message, inTransit);
    } finally {
      meter.supervise(false);
    }
  }

  @Override
  public Payload reach(Crossing crossing, Message message, Payload held) {
    meter.supervise(true);
    try {
      return strategy.reach(crossing, message, held);
    } finally {
      meter.supervise(false);
    }
  }

  /** Of nothing nothing is to be given back. */
  @Override
  public void release(Crossing crossing, Message message, Payload payload) {
    if (payload instanceof Payload.Nothing) {
      return;
    }
    meter.supervise(true);
    try {
      strategy.release(crossing, message, payload);
    } finally {
      meter.supervise(false);
    }
  }
}
