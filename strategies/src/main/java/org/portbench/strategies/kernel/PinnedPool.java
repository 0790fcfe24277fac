package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.ipc.KernelBuffer;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/** The driver's standing buffers: allocated and held for the device once, used again and again. */
final class PinnedPool {
  private final VmSystem vm;
  private final List<List<KernelBuffer>> freeByPages = new ArrayList<>();

  PinnedPool(VmSystem vm) {
    this.vm = vm;
  }

  KernelBuffer take(int pages) {
    List<KernelBuffer> free = free(pages);
    return free.isEmpty() ? create(pages) : free.removeLast();
  }

  void put(KernelBuffer buffer) {
    free(buffer.object().pageCount()).add(buffer);
  }

  private List<KernelBuffer> free(int pages) {
    while (freeByPages.size() <= pages) {
      freeByPages.add(new ArrayList<>(0));
    }
    return freeByPages.get(pages);
  }

  void drain() {
    for (List<KernelBuffer> free : freeByPages) {
      free.reversed().forEach(this::destroy);
    }
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
    return new KernelBuffer(true).of(object);
  }

  private void destroy(KernelBuffer buffer) {
    VmObject object = buffer.object();
    vm.unholdAll(object);
    vm.release(object);
  }
}
