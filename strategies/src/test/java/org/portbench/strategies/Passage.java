package org.portbench.strategies;

import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload;

/** Data that left its sender and has not reached its receiver: tests do things in between. */
interface Passage {
  long SENT = 3;
  long LATER = 4;

  /** Where the sender has, or had, what it sent. */
  AddressRanges memory();

  void bySender(Runnable work);

  void byReceiver(Runnable work);

  /** The receiver takes it and makes it addressable. */
  Payload received();

  /** The sender's addresses are no more, as when it exits. */
  default void senderExits() {
    bySender(() ->
        memory()
            .ranges()
            .ranges()
            .forEach(range -> memory().map().removeBytes(range.address(), range.length())));
  }
}
