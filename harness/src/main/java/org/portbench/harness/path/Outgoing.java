package org.portbench.harness.path;

import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Port;

/** A message that leaves when the running segment ends. */
final class Outgoing {
  private Channel channel;
  private Port port;
  private Envelope envelope;
  private DomainThread receiver;

  Outgoing fill(Channel newChannel, Port newPort, Envelope newEnvelope, DomainThread newReceiver) {
    channel = newChannel;
    port = newPort;
    envelope = newEnvelope;
    receiver = newReceiver;
    return this;
  }

  Channel channel() {
    return channel;
  }

  Port port() {
    return port;
  }

  Envelope envelope() {
    return envelope;
  }

  DomainThread receiver() {
    return receiver;
  }
}
