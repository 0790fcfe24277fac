package org.portbench.strategies.builtin;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/**
 * Moves nothing and charges nothing: the floor under every other. The only one without a payload.
 */
public final class NullStrategy implements MessagingStrategy {

  @Override
  public String name() {
    return "null";
  }

  @Override
  public String description() {
    return "moves nothing, charges nothing: the floor";
  }

  @Override
  public PortKind ports() {
    return new PortKind.Free();
  }

  @Override
  public boolean crossesDomains() {
    return false;
  }

  @Override
  public Payload send(Crossing crossing, Message message, Payload held) {
    return Payload.NOTHING;
  }

  @Override
  public Payload receive(Crossing crossing, Message message, Payload inTransit) {
    return Payload.NOTHING;
  }
}
