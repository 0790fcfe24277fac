package org.portbench.harness.linux.transport;

import org.portbench.harness.linux.sys.Descriptor;

/**
 * All that a domain sends to and receives from. The client has nobody above, the driver nobody
 * below.
 */
public record Neighbours(Inbox inbox, Outbox up, Outbox down) implements AutoCloseable {

  /** Where no domain is. */
  public static final Outbox NOBODY =
      new Outbox() {
        @Override
        public void send(Message message) {
          throw new IllegalStateException("nobody is there to take " + message);
        }

        @Override
        public void send(Message message, Descriptor descriptor) {
          send(message);
        }

        @Override
        public void close() {}
      };

  /** Of a domain without neighbours, whose replies come from itself. */
  public static Neighbours alone(Inbox replies) {
    return new Neighbours(replies, NOBODY, NOBODY);
  }

  @Override
  public void close() {
    inbox.close();
    up.close();
    down.close();
  }
}
