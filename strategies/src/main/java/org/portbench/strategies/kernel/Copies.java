package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.KernelBuffer;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Moving bytes between tasks and the kernel with the CPU. On their way to another task bytes lie in
 * pages of a pipe, which has sixteen: what needs more passes in as many fillings, for each of which
 * the writer goes to sleep and the reader comes back for more. Where we differ: both pay for that,
 * but nobody waits for the other in between.
 */
final class Copies {
  private static final int PIPE_PAGES = 16;

  private final VmSystem vm;
  private final Meter meter;
  private final DataAccess data;
  private final PinnedPool pinned;
  private final Zone<KernelBuffer> transit = new Zone<>(() -> new KernelBuffer(false));

  Copies(VmSystem vm, DataAccess data) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.data = data;
    this.pinned = new PinnedPool(vm);
  }

  /** Copies a task's bytes into the kernel: into the driver's pool, or into pages of their own. */
  InlineBytes copyIn(Payload held, boolean forDriver) {
    int length = held.length();
    InlineBytes bytes = forDriver ? landingBuffer(length) : transitBuffer(length);
    try {
      data.copy(held, 0, bytes, 0, length);
    } catch (RuntimeException e) {
      drop(bytes.buffer());
      throw e;
    }
    if (!forDriver) {
      meter.perform(Primitive.BLOCK, furtherFillings(bytes));
      meter.perform(Primitive.THREAD_SWITCH, furtherFillings(bytes));
      meter.count(Counter.CONTEXT_SWITCHES, furtherFillings(bytes));
    }
    return bytes;
  }

  /** Copies the kernel's bytes out to where the task wants them, or to a buffer of its pool. */
  AddressRanges copyOut(InlineBytes bytes, Task task, Payload wanted) {
    boolean pooled = !(wanted instanceof AddressRanges);
    AddressRanges target = target(bytes.length(), task, wanted);
    try {
      data.copy(bytes, 0, target, 0, bytes.length());
    } catch (RuntimeException e) {
      if (pooled) {
        task.buffers().put(target);
      }
      throw e;
    }
    if (!bytes.buffer().pinned()) {
      meter.perform(Primitive.SYSTEM_CALL, furtherFillings(bytes));
      meter.count(Counter.SYSTEM_CALLS, furtherFillings(bytes));
      meter.perform(Primitive.STREAM_READ, furtherFillings(bytes));
      meter.perform(Primitive.WAKE_UP, furtherFillings(bytes));
      meter.count(Counter.WAKE_UPS, furtherFillings(bytes));
    }
    drop(bytes.buffer());
    return target;
  }

  /** Where a task wants so many bytes, or a buffer of its pool. */
  AddressRanges target(int length, Task task, Payload wanted) {
    return wanted instanceof AddressRanges own ? own : task.buffers().take(length);
  }

  private static int furtherFillings(InlineBytes bytes) {
    return (bytes.buffer().object().pageCount() - 1) / PIPE_PAGES;
  }

  /** A buffer of the driver's pool, for a device to fill. */
  InlineBytes landingBuffer(int length) {
    return pinned.take(vm.pagesOf(0, length)).use(length);
  }

  /** One more holder of bytes that are in the kernel already. */
  InlineBytes share(InlineBytes bytes) {
    bytes.buffer().retain();
    return bytes;
  }

  private InlineBytes transitBuffer(int length) {
    VmObject object = vm.createObject(vm.pagesOf(0, length));
    try {
      vm.allocateAll(object);
    } catch (RuntimeException e) {
      vm.release(object);
      throw e;
    }
    return transit.take().of(object).use(length);
  }

  void drop(KernelBuffer buffer) {
    if (!buffer.drop()) {
      return;
    }
    if (buffer.pinned()) {
      pinned.put(buffer);
    } else {
      vm.release(buffer.object());
      transit.giveBack(buffer);
    }
  }

  void drain() {
    pinned.drain();
  }
}
