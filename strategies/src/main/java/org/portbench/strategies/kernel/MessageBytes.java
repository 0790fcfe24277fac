package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Meter;
import org.portbench.strategies.kernel.vm.VmSystem;

/** The bytes of messages themselves, which are copied into the kernel and out of it. */
final class MessageBytes {
  /** Mach's header, by {@code mach/message.h}. */
  static final int MACH_HEADER = 24;

  /** A typed item of Mach's: what it is, and a word. */
  static final int MACH_ITEM = 8;

  private final Meter meter;
  private final long bytePs;

  MessageBytes(VmSystem vm) {
    this.meter = vm.machine().meter();
    this.bytePs = vm.machine().profile().memory().copyPrivatePsPerByte();
  }

  void copied(long bytes) {
    meter.charge(Category.COPY, "HEADER_BYTES", bytes, bytes * bytePs);
  }
}
