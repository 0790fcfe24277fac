package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.strategies.kernel.vm.VmSystem;

/** The bytes of messages themselves, which are copied into the kernel and out of it. */
final class MessageBytes {
  /** Mach's header, by {@code mach/message.h}. */
  static final int MACH_HEADER = 24;

  /** A typed item of Mach's: what it is, and a word. */
  static final int MACH_ITEM = 8;

  private MessageBytes() {}

  static void copied(VmSystem vm, long bytes) {
    MachineProfile profile = vm.machine().profile();
    vm.machine()
        .meter()
        .charge(
            Category.COPY, "HEADER_BYTES", bytes, bytes * profile.memory().copyPrivatePsPerByte());
  }
}
