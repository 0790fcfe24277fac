package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * What a task asks of the kernel itself by a message, as Mach's stubs do: sent, served inline and
 * answered in one system call. Rights in the message are the asker's concern.
 */
final class KernelRequests {
  /** The port that is asked, and the one for the answer. */
  private static final int HEADER_RIGHTS = 2;

  private final VmSystem vm;
  private final Meter meter;
  private final MessageBytes bytes;

  /**
   * What a message says beside its header.
   *
   * @param looked whether a right among the items makes the kernel look at all of them
   */
  record Body(int items, boolean looked) {}

  KernelRequests(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.bytes = new MessageBytes(vm);
  }

  void ask(Body request, Body answer) {
    vm.systemCall();
    meter.perform(Primitive.MACH_KERNEL_SERVER);
    meter.perform(Primitive.RIGHT_COPY_IN, HEADER_RIGHTS);
    meter.count(Counter.RIGHTS_TRANSFERRED, HEADER_RIGHTS);
    body(request);
    meter.perform(Primitive.MACH_SEND);
    meter.perform(Primitive.MACH_RECEIVE);
    body(answer);
  }

  private void body(Body body) {
    meter.count(Counter.MESSAGES, 1);
    bytes.copied(MessageBytes.MACH_HEADER + body.items * (long) MessageBytes.MACH_ITEM);
    if (body.looked) {
      meter.perform(Primitive.ITEM_SCAN, body.items);
      meter.count(Counter.ITEMS_INTERPRETED, body.items);
    }
  }
}
