package org.portbench.strategies.kernel;

import org.portbench.strategies.kernel.ipc.KernelBuffer;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.InlineBytes;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/** Moving bytes between tasks and the kernel with the CPU. */
final class Copies {
  private final VmSystem vm;
  private final DataAccess data;
  private final PinnedPool pinned;

  Copies(VmSystem vm, DataAccess data) {
    this.vm = vm;
    this.data = data;
    this.pinned = new PinnedPool(vm);
  }

  /** Copies a task's bytes into the kernel: into the driver's pool, or into pages of their own. */
  InlineBytes copyIn(Payload held, boolean forDriver) {
    InlineBytes bytes = forDriver ? landingBuffer(held.length()) : transitBuffer(held.length());
    data.copy(held, 0, bytes, 0, held.length());
    return bytes;
  }

  /** Copies the kernel's bytes out to where the task wants them, or to a buffer of its pool. */
  AddressRanges copyOut(InlineBytes bytes, Task task, Payload wanted) {
    AddressRanges target =
        wanted instanceof AddressRanges own ? own : task.buffers().take(bytes.length());
    data.copy(bytes, 0, target, 0, bytes.length());
    drop(bytes.buffer());
    return target;
  }

  /** A buffer of the driver's pool, for a device to fill. */
  InlineBytes landingBuffer(int length) {
    return new InlineBytes(pinned.take(vm.pagesOf(0, length)), length);
  }

  /** One more holder of bytes that are in the kernel already. */
  InlineBytes share(InlineBytes bytes) {
    bytes.buffer().retain();
    return bytes;
  }

  private InlineBytes transitBuffer(int length) {
    VmObject object = vm.createObject(vm.pagesOf(0, length));
    for (int i = 0; i < object.pageCount(); i++) {
      vm.allocate(object, i);
    }
    return new InlineBytes(new KernelBuffer(object, false), length);
  }

  void drop(KernelBuffer buffer) {
    if (!buffer.drop()) {
      return;
    }
    if (buffer.pinned()) {
      pinned.put(buffer);
    } else {
      vm.release(buffer.object());
    }
  }

  void drain() {
    pinned.drain();
  }
}
