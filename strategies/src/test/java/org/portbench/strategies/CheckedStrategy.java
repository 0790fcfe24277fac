package org.portbench.strategies;

import java.util.IdentityHashMap;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * A strategy under watch: each payload that it returns has to be received or given back, once. What
 * a reply puts where its receiver wanted it is the receiver's own already.
 */
final class CheckedStrategy implements MessagingStrategy {
  private final MessagingStrategy checked;
  private final IdentityHashMap<Payload, Integer> outstanding = new IdentityHashMap<>();

  private boolean givingBack;

  CheckedStrategy(MessagingStrategy checked) {
    this.checked = checked;
  }

  /** Whether it gives something back right now. */
  boolean givingBack() {
    return givingBack;
  }

  /** How many payloads somebody still has to give back. */
  int outstanding() {
    return outstanding.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String name() {
    return checked.name();
  }

  @Override
  public String description() {
    return checked.description();
  }

  @Override
  public PortKind ports() {
    return checked.ports();
  }

  @Override
  public boolean crossesDomains() {
    return checked.crossesDomains();
  }

  @Override
  public void open(Kernel kernel) {
    checked.open(kernel);
  }

  @Override
  public Payload buffer(Crossing here, int length) {
    return checked.buffer(here, length);
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    return returned(checked.send(crossing, message, held));
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    Payload received = checked.receive(crossing, message, inTransit);
    givenUp(inTransit);
    return received == message.destination() ? received : returned(received);
  }

  @Override
  public Payload reach(Crossing crossing, Message message, Payload held) {
    Payload reached = checked.reach(crossing, message, held);
    return reached == held ? held : returned(reached);
  }

  @Override
  public void release(Crossing crossing, Message message, Payload payload) {
    givenUp(payload);
    givingBack = true;
    try {
      checked.release(crossing, message, payload);
    } finally {
      givingBack = false;
    }
  }

  private Payload returned(Payload payload) {
    if (!(payload instanceof Payload.Nothing)) {
      outstanding.merge(payload, 1, Integer::sum);
    }
    return payload;
  }

  private void givenUp(Payload payload) {
    if (payload instanceof Payload.Nothing) {
      return;
    }
    if (!outstanding.containsKey(payload)) {
      throw new AssertionError(name() + ": given back twice, or never handed out: " + payload);
    }
    outstanding.computeIfPresent(payload, (p, times) -> times == 1 ? null : times - 1);
  }
}
