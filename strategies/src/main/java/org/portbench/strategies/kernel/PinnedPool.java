package org.portbench.strategies.kernel;

import java.util.ArrayDeque;
import java.util.TreeMap;
import org.portbench.strategies.kernel.ipc.KernelBuffer;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/** The driver's standing buffers: allocated and held for the device once, used again and again. */
final class PinnedPool {
  private final VmSystem vm;
  private final TreeMap<Integer, ArrayDeque<KernelBuffer>> freeByPages = new TreeMap<>();

  PinnedPool(VmSystem vm) {
    this.vm = vm;
  }

  KernelBuffer take(int pages) {
    ArrayDeque<KernelBuffer> free = freeByPages.get(pages);
    if (free == null || free.isEmpty()) {
      return create(pages);
    }
    KernelBuffer buffer = free.pop();
    buffer.reuse();
    return buffer;
  }

  void put(KernelBuffer buffer) {
    freeByPages.computeIfAbsent(buffer.object().pageCount(), p -> new ArrayDeque<>()).push(buffer);
  }

  void drain() {
    freeByPages.values().forEach(free -> free.forEach(this::destroy));
    freeByPages.clear();
  }

  private KernelBuffer create(int pages) {
    VmObject object = vm.createObject(pages);
    AllOrNothing.run(
        () -> {
          vm.allocateAll(object);
          vm.holdAll(object);
        },
        () -> vm.release(object));
    return new KernelBuffer(object, true);
  }

  private void destroy(KernelBuffer buffer) {
    VmObject object = buffer.object();
    vm.unholdAll(object);
    vm.release(object);
  }
}
