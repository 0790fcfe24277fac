package org.portbench.strategies.kernel.vm;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.mmu.AddressSpace;
import org.portbench.hardware.mmu.PageTable;
import org.portbench.hardware.mmu.Tlb;
import org.portbench.strategies.kernel.vm.ShadowChains.Source;

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

  /** A CPU's access by address, as a program or the kernel on its behalf makes it. */
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
    if (!allows(map.translation(page), access)) {
      boolean present = PageTable.present(map.translation(page));
      resolve(map, page, access, present ? Primitive.PROTECTION_FAULT : Primitive.SOFT_FAULT);
    }
    long entry = map.translation(page);
    tlb.insert(space, page, entry);
    return frame(entry);
  }

  /**
   * The page an address stands for, made accessible without touching it: the kernel calls the
   * fault's handler itself where the address is not accessible yet, and there is no trap.
   */
  public VmPage resident(VmMap map, long page, Access access) {
    if (!allows(map.translation(page), access)) {
      resolve(map, page, access, Primitive.KERNEL_FAULT);
    }
    VmMapEntry entry = map.lookup(page);
    return vm.page(entry.object(), entry.objectPage(page), Access.READ);
  }

  private void resolve(VmMap map, long page, Access access, Primitive fault) {
    VmMapEntry entry = map.lookup(page);
    if (access == Access.WRITE && !entry.writable()) {
      throw new AddressFault("page " + page + " of " + map.space() + " is read-only");
    }
    meter.perform(fault);
    if (access == Access.WRITE && entry.needsCopy()) {
      int offset = entry.objectPage(entry.startPage());
      entry.writesTo(vm.chains().shadow(entry.object(), offset, entry.pages()));
    }
    boolean sealed = entry.object().sealed();
    if (access == Access.WRITE && sealed) {
      throw new AddressFault("page " + page + " of " + map.space() + " is sealed");
    }
    VmPage located = vm.chains().locate(entry.object(), entry.objectPage(page), access);
    Source source = vm.chains().source();
    long old = map.translation(page);
    count(source, PageTable.present(old));
    boolean writable = entry.writable() && !sealed && !entry.needsCopy() && source != Source.BEHIND;
    int frame = located.frame().number();
    map.space().pageTable().map(page, frame, writable);
    meter.count(Counter.PTE_WRITES, 1);
    if (PageTable.present(old)) {
      forget(map.space(), page, PageTable.frame(old) != frame);
    }
  }

  private void count(Source source, boolean present) {
    switch (source) {
      case ZEROED -> meter.count(Counter.ZERO_FILL_FAULTS, 1);
      case COPIED -> meter.count(Counter.COW_FAULTS, 1);
      case FOUND, BEHIND ->
          meter.count(present ? Counter.PROTECTION_FAULTS : Counter.SOFT_FAULTS, 1);
    }
  }

  /** A translation that gained rights needs only this CPU's entry gone; a replaced one, all. */
  private void forget(AddressSpace space, long page, boolean replaced) {
    if (replaced) {
      vm.machine().shootdown().round(vm.cpu(), space, page, 1, 1);
    } else {
      vm.cpu().tlb().invalidate(space, page);
    }
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
