package org.portbench.strategies.kernel.vm;

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
  private final FreeSpace free = new FreeSpace(0, ARENA_PAGES);

  public KernelMappings(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
  }

  /** Shows the first pages of an array; returns the first page of the mapping. */
  public int map(int[] pages, int count) {
    meter.perform(Primitive.MAP_FIND_SPACE);
    int first = Math.toIntExact(free.take(count));
    space.pageTable().mapRun(first, pages, 0, count, true);
    vm.wroteEntries(count);
    return first;
  }

  /** Takes a mapping down: every CPU may have used it. */
  public void unmap(int first, int pages) {
    int mapped = space.pageTable().unmapRange(first, pages);
    if (mapped != pages) {
      throw new IllegalStateException(
          "of " + pages + " pages of the kernel from " + first + " only " + mapped + " are mapped");
    }
    vm.wroteEntries(pages);
    free.giveBack(first, pages);
    vm.machine().shootdown().round(vm.cpu(), space, first, pages, pages);
  }

  public int mappedPages() {
    return space.pageTable().presentEntries();
  }
}
