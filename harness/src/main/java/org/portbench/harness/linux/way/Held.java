package org.portbench.harness.linux.way;

import org.portbench.harness.linux.sys.Descriptor;

/** The descriptors that a domain holds until their replies have passed: one for each slot. */
final class Held implements AutoCloseable {
  private final Descriptor[] bySlot;

  Held(int depth) {
    bySlot = new Descriptor[depth];
  }

  Descriptor keep(int slot, Descriptor descriptor) {
    bySlot[slot] = descriptor;
    return descriptor;
  }

  Descriptor of(int slot) {
    return bySlot[slot];
  }

  /** {@code close}. */
  void release(int slot) {
    bySlot[slot].close();
  }

  @Override
  public void close() {
    for (Descriptor descriptor : bySlot) {
      if (descriptor != null) {
        descriptor.close();
      }
    }
  }
}
