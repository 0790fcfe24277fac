package org.portbench.strategies.kernel;

import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.KernelBuffer;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VirtualCopies;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapCopy;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * XNU's kernel-buffer form of a map copy: the bytes go into a buffer of the kernel and from there
 * into anonymous memory of the receiver, each page of which is faulted in full of zeroes while the
 * kernel copies into it ({@code vm_map_copyin_kernel_buffer}, {@code
 * vm_map_copyout_kernel_buffer}). Where we differ: the buffer takes whole pages, as our kernel
 * allocates nothing smaller.
 */
final class BufferedCopies {
  private final VmSystem vm;
  private final DataAccess data;
  private final VirtualCopies copies;

  /** The buffer, and the memory of a task, that are copied now. */
  private final KernelBuffer buffered = new KernelBuffer(false);

  private final AddressRanges mapped = new AddressRanges();

  BufferedCopies(VmSystem vm, DataAccess data, VirtualCopies copies) {
    this.vm = vm;
    this.data = data;
    this.copies = copies;
  }

  VmMapCopy copyIn(VmMap map, long address, int length) {
    return of(mapped(map, address, length));
  }

  /** What the kernel sees. */
  VmMapCopy of(Payload source) {
    VmObject object = vm.createObject(vm.pagesOf(0, source.length()));
    try {
      vm.allocateAll(object);
      data.copy(source, 0, bytes(object, source.length()), 0, source.length());
    } catch (RuntimeException refused) {
      vm.release(object);
      throw refused;
    }
    return copies.ofBuffer(object, source.length());
  }

  /** Returns the address of the first byte; the buffer is still to be discarded. */
  long copyOut(VmMapCopy copy, VmMap map) {
    VmObject buffer = copy.parts().getFirst().object();
    long page = map.enterNew(buffer.pageCount());
    long address = page * vm.pageBytes();
    AddressRanges target = mapped(map, address, copy.length());
    try {
      data.copy(bytes(buffer, copy.length()), 0, target, 0, copy.length());
    } catch (RuntimeException refused) {
      map.remove(page, buffer.pageCount());
      throw refused;
    }
    return address;
  }

  private AddressRanges mapped(VmMap map, long address, int length) {
    mapped.begin(map, Tenure.STANDING, Access.WRITE).ranges().add(address, length);
    return mapped;
  }

  private InlineBytes bytes(VmObject object, int length) {
    return buffered.of(object).use(length);
  }
}
