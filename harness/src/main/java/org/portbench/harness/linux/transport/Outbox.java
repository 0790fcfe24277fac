package org.portbench.harness.linux.transport;

import org.portbench.harness.linux.sys.Descriptor;

/** The way to a neighbour's inbox. */
public interface Outbox extends AutoCloseable {

  void send(Message message);

  /** The receiver gets a descriptor of its own. */
  void send(Message message, Descriptor descriptor);

  @Override
  void close();
}
