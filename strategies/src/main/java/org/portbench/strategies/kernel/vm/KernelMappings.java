package org.portbench.strategies.kernel.vm;

import java.util.BitSet;
import java.util.List;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.mmu.AddressSpace;

/**
 * Pages that the kernel sees at addresses of its own for a while: Mach's device_io_map, BSD's
 * transient mappings. Taking one down is a shootdown on every CPU.
 */
public final class KernelMappings {
  private static final int ARENA_PAGES = 1 << 16;

  private final VmSystem vm;
  private final Meter meter;
  private final AddressSpace space = new AddressSpace(AddressSpace.KERNEL_TAG, "kernel");
  private final BitSet used = new BitSet();

  public KernelMappings(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
  }

  /** Returns the first page of the mapping. */
  public int map(List<VmPage> pages) {
    meter.perform(Primitive.MAP_FIND_SPACE);
    int first = freeRun(pages.size());
    used.set(first, first + pages.size());
    for (int i = 0; i < pages.size(); i++) {
      space.pageTable().map(first + i, pages.get(i).frame().number(), true);
    }
    writeEntries(pages.size());
    return first;
  }

  public void unmap(int first, int pages) {
    for (int page = first; page < first + pages; page++) {
      space.pageTable().unmap(page);
    }
    writeEntries(pages);
    used.clear(first, first + pages);
    vm.machine().shootdown().round(vm.cpu(), space, first, pages, pages);
  }

  public int mappedPages() {
    return used.cardinality();
  }

  private int freeRun(int pages) {
    int first = used.nextClearBit(0);
    while (true) {
      int end = used.nextSetBit(first);
      if (end < 0 || end - first >= pages) {
        break;
      }
      first = used.nextClearBit(end);
    }
    if (first + pages > ARENA_PAGES) {
      throw new IllegalStateException("the kernel's mapping arena has no " + pages + " free pages");
    }
    return first;
  }

  private void writeEntries(int count) {
    long ps = vm.machine().profile().mmu().pteWritePs();
    meter.charge(Category.MAP, "PTE_WRITE", count, count * ps);
    meter.count(Counter.PTE_WRITES, count);
  }
}
