package org.portbench.harness.linux.transport;

import org.portbench.harness.linux.sys.Descriptor;

/** Where a domain waits for messages, from above and from below. */
public interface Inbox extends AutoCloseable {

  /** Waits for the next message. */
  void receive(Message into);

  /** The descriptor that came with the last message; the caller closes it. */
  Descriptor descriptor(Message with);

  @Override
  void close();
}
