package org.portbench.harness.path;

import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Port;

/**
 * A message that leaves when the running segment ends. A request has one that is used again: it is
 * in one place at a time, and so is its message.
 */
final class Outgoing {
  private final Envelope envelope;
  private Channel channel;
  private Port port;
  private DomainThread receiver;

  Outgoing(Envelope envelope) {
    this.envelope = envelope;
  }

  Outgoing to(Channel newChannel, Port newPort, DomainThread newReceiver) {
    channel = newChannel;
    port = newPort;
    receiver = newReceiver;
    return this;
  }

  Envelope envelope() {
    return envelope;
  }

  Channel channel() {
    return channel;
  }

  Port port() {
    return port;
  }

  DomainThread receiver() {
    return receiver;
  }
}
