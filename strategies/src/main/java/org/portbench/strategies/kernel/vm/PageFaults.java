package org.portbench.strategies.kernel.vm;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.mmu.AddressSpace;
import org.portbench.hardware.mmu.PageTable;
import org.portbench.hardware.mmu.Tlb;

/**
 * How an access to an address finds its frame: the TLB, the page table, and where both fail the
 * fault that looks along the shadow chain, fills with zeroes, or copies on write.
 */
public final class PageFaults {
  private final VmSystem vm;
  private final Meter meter;

  public PageFaults(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
  }

  /** A CPU's access by address, as a user program makes it. */
  public Frame access(VmMap map, long page, Access access) {
    Tlb tlb = vm.cpu().tlb();
    AddressSpace space = map.space();
    long cached = tlb.probe(space, page);
    if (allows(cached, access)) {
      checkFresh(map, page, cached);
      return frame(cached);
    }
    if (!PageTable.present(cached)) {
      meter.charge(Category.TLB, "TLB_MISS", 1, vm.machine().profile().mmu().tlbMissPs());
      meter.count(Counter.TLB_MISSES, 1);
    }
    if (!map.translates(page, access)) {
      resolve(map, page, access);
    }
    long entry = map.translation(page);
    tlb.insert(space, page, entry);
    return frame(entry);
  }

  /** The page an address stands for, made accessible as a fault would, without touching it. */
  public VmPage resident(VmMap map, long page, Access access) {
    if (!map.translates(page, access)) {
      resolve(map, page, access);
    }
    VmMapEntry entry = map.lookup(page);
    meter.perform(Primitive.PAGE_LOOKUP);
    return find(entry.object, entry.objectPage(page)).page;
  }

  private void resolve(VmMap map, long page, Access access) {
    VmMapEntry entry = map.lookup(page);
    if (access == Access.WRITE && !entry.writable) {
      throw new AddressFault("page " + page + " of " + map.space() + " is read-only");
    }
    long old = map.translation(page);
    boolean present = PageTable.present(old);
    meter.perform(present ? Primitive.PROTECTION_FAULT : Primitive.SOFT_FAULT);
    if (access == Access.WRITE && entry.needsCopy) {
      entry.object = shadowed(entry);
      entry.needsCopy = false;
    }
    VmPage found = pageFor(entry.object, entry.objectPage(page), access, present);
    boolean writable =
        entry.writable
            && !entry.needsCopy
            && entry.object.page(entry.objectPage(page)).orElse(null) == found;
    map.space().pageTable().map(page, found.frame().number(), writable);
    meter.count(Counter.PTE_WRITES, 1);
    if (present) {
      forget(map.space(), page, PageTable.frame(old) != found.frame().number());
    }
  }

  /** The entry's offsets stay: a shadow covers its object from the start. */
  private VmObject shadowed(VmMapEntry entry) {
    return vm.shadow(entry.object, 0, entry.object.pageCount());
  }

  private VmPage pageFor(VmObject top, int index, Access access, boolean present) {
    Found found = find(top, index);
    if (found.page == null) {
      meter.count(Counter.ZERO_FILL_FAULTS, 1);
      return vm.allocateZeroed(top, index);
    }
    if (found.object == top || access == Access.READ) {
      meter.count(present ? Counter.PROTECTION_FAULTS : Counter.SOFT_FAULTS, 1);
      return found.page;
    }
    meter.count(Counter.COW_FAULTS, 1);
    VmPage copy = vm.allocate(top, index);
    int core = vm.cpu().number();
    int bytes = vm.machine().memory().pageBytes();
    vm.machine().memory().copy(core, found.page.frame(), 0, copy.frame(), 0, bytes);
    vm.collapse(top);
    return copy;
  }

  /** A translation that gained rights needs only this CPU's entry gone; a replaced one, all. */
  private void forget(AddressSpace space, long page, boolean replaced) {
    if (replaced) {
      vm.machine().shootdown().round(vm.cpu(), space, page, 1, 1);
    } else {
      vm.cpu().tlb().invalidate(space, page);
    }
  }

  private record Found(VmObject object, VmPage page) {}

  private static Found find(VmObject object, int index) {
    int at = index;
    for (VmObject o = object; o != null; o = o.backing()) {
      if (at < o.pageCount() && o.page(at).isPresent()) {
        return new Found(o, o.page(at).get());
      }
      at += o.backingOffset();
    }
    return new Found(object, null);
  }

  private static boolean allows(long entry, Access access) {
    return PageTable.present(entry) && (access == Access.READ || PageTable.writable(entry));
  }

  /**
   * A translation that survived its withdrawal is a defect of the model: a shootdown was missed.
   */
  private static void checkFresh(VmMap map, long page, long cached) {
    long entry = map.translation(page);
    boolean stale =
        !PageTable.present(entry)
            || PageTable.frame(entry) != PageTable.frame(cached)
            || (PageTable.writable(cached) && !PageTable.writable(entry));
    if (stale) {
      throw new IllegalStateException("stale translation of page " + page + " of " + map.space());
    }
  }

  private Frame frame(long entry) {
    return vm.machine().memory().frame(PageTable.frame(entry));
  }
}
