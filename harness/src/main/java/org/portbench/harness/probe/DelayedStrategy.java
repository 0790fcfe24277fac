package org.portbench.harness.probe;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * A strategy that takes longer than it needs, by the wall clock only: what the model says is the
 * same. It spins where it sends.
 */
class DelayedStrategy implements MessagingStrategy {
  private final MessagingStrategy strategy;
  private final Spin spin = new Spin();
  private double delayNs;
  private int every = 1;
  private int since;

  DelayedStrategy(MessagingStrategy strategy) {
    this.strategy = strategy;
  }

  /** From now on, each so-manieth message takes so much longer. */
  void delay(double delayNs, int every) {
    this.delayNs = delayNs;
    this.every = every;
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    if (++since >= every) {
      since = 0;
      spin.forNs(delayNs);
    }
    return strategy.send(crossing, message, held);
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
    return strategy.buffer(here, length);
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return strategy.receive(crossing, message, inTransit);
  }

  @Override
  public Payload reach(Crossing crossing, Message message, Payload held) {
    return strategy.reach(crossing, message, held);
  }

  @Override
  public void release(Crossing crossing, Message message, Payload payload) {
    strategy.release(crossing, message, payload);
  }
}
