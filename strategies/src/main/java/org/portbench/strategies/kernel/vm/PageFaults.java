package org.portbench.strategies.kernel.vm;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.PhysicalMemory;
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
  private final PhysicalMemory memory;
  private int[] frames = new int[8];

  /** Page-table entries of a run. */
  private long[] found = new long[8];

  /** Those that are not charged yet. */
  private int misses;

  public PageFaults(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.memory = vm.machine().memory();
  }

  /** A CPU's access by address, as a program or the kernel on its behalf makes it. */
  public Frame access(VmMap map, long page, Access access) {
    return memory.frame(access(map, page, 1, access)[0]);
  }

  /**
   * The same for a run of pages, one after the other. The frames' numbers are the first ones of an
   * array that the next access overwrites.
   */
  public int[] access(VmMap map, long first, int pages, Access access) {
    room(pages);
    for (int i = 0; i < pages; ) {
      int lacking = vm.cpu().tlb().lacks(map.space(), first + i, pages - i);
      int run =
          lacking > 0
              ? missedRun(map, first + i, lacking, access)
              : hitRun(map, first + i, pages - i, access);
      if (run == 0) {
        long old = lacking > 0 ? found[0] : map.translation(first + i);
        found[0] = one(map, first + i, pages - i, access, old);
        run = 1;
      }
      for (int k = 0; k < run; k++) {
        frames[i + k] = PageTable.frame(found[k]);
      }
      i += run;
    }
    chargeMisses();
    return frames;
  }

  private void room(int pages) {
    if (frames.length < pages) {
      frames = new int[Math.max(pages, 2 * frames.length)];
      found = new long[frames.length];
    }
  }

  /** Fills the TLB with the translations of pages that it lacks, as far as the table has them. */
  private int missedRun(VmMap map, long first, int pages, Access access) {
    int run = map.space().pageTable().readRun(first, pages, neededBits(access), found);
    vm.cpu().tlb().fillRun(map.space(), first, found, run);
    misses += run;
    return run;
  }

  /** Finds translations in the TLB, as far as it has them. */
  private int hitRun(VmMap map, long first, int pages, Access access) {
    int run = vm.cpu().tlb().probeRun(map.space(), first, pages, neededBits(access), found);
    PageTable table = map.space().pageTable();
    for (int i = table.alike(first, run, found); i < run; i++) {
      checkFresh(map, first + i, found[i], table.entry(first + i));
    }
    return run;
  }

  /**
   * Returns the translation of the first of some pages, which the TLB cannot give.
   *
   * @param old what the table says of it
   */
  private long one(VmMap map, long page, int pages, Access access, long old) {
    Tlb tlb = vm.cpu().tlb();
    boolean miss = !PageTable.present(tlb.probe(map.space(), page));
    misses += miss ? 1 : 0;
    long entry = old;
    if (!allows(old, access)) {
      chargeMisses();
      entry = faulted(map, page, pages, access, old);
    }
    if (miss) {
      tlb.fill(map.space(), page, entry);
    } else {
      tlb.insert(map.space(), page, entry);
    }
    return entry;
  }

  private void chargeMisses() {
    if (misses > 0) {
      long ps = vm.machine().profile().mmu().tlbMissPs();
      meter.charge(Category.TLB, "TLB_MISS", misses, misses * ps);
      meter.count(Counter.TLB_MISSES, misses);
      misses = 0;
    }
  }

  /** Returns the translation of the first of some pages, whose old one does not allow an access. */
  private long faulted(VmMap map, long page, int pages, Access access, long old) {
    if (PageTable.present(old)) {
      resolve(map, page, access, Primitive.PROTECTION_FAULT);
    } else {
      int alike = untranslated(map, page, pages, access);
      if (alike > 0) {
        translate(map, page, alike);
      } else {
        resolve(map, page, access, Primitive.SOFT_FAULT);
      }
    }
    return map.translation(page);
  }

  /** How many pages from one on lack nothing but their translations. */
  private int untranslated(VmMap map, long page, int pages, Access access) {
    VmMapEntry entry = map.lookup(page);
    if (access == Access.WRITE && (!entry.writable() || entry.needsCopy())) {
      return 0;
    }
    int shown = (int) Math.min(pages, entry.endPage() - page);
    int there = entry.object().there(entry.objectPage(page), shown, access);
    if (map.space().pageTable().presentIn(page, there) == 0) {
      return there;
    }
    int found = 0;
    while (found < there && !PageTable.present(map.translation(page + found))) {
      found++;
    }
    return found;
  }

  /** Soft faults on a run of such pages, charged at once. */
  private void translate(VmMap map, long first, int pages) {
    meter.perform(Primitive.SOFT_FAULT, pages);
    meter.count(Counter.SOFT_FAULTS, pages);
    meter.count(Counter.PTE_WRITES, pages);
    VmMapEntry entry = map.lookup(first);
    VmObject object = entry.object();
    boolean writable = entry.writable() && !object.sealed() && !entry.needsCopy();
    map.space().pageTable().mapRun(first, object.pages(), entry.objectPage(first), pages, writable);
  }

  /**
   * The page an address stands for, made accessible without touching it: the kernel calls the
   * fault's handler itself where the address is not accessible yet, and there is no trap.
   */
  public int resident(VmMap map, long page, Access access) {
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
    int frame = vm.chains().locate(entry.object(), entry.objectPage(page), access);
    Source source = vm.chains().source();
    long old = map.translation(page);
    count(source, PageTable.present(old));
    boolean writable = entry.writable() && !sealed && !entry.needsCopy() && source != Source.BEHIND;
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
    long needed = neededBits(access);
    return (entry & needed) == needed;
  }

  private static long neededBits(Access access) {
    return PageTable.neededBits(access == Access.WRITE);
  }

  /**
   * A translation that survived its withdrawal is a defect of the model: a shootdown was missed.
   */
  private static void checkFresh(VmMap map, long page, long cached, long entry) {
    if (entry == cached) {
      return;
    }
    boolean stale =
        !PageTable.present(entry)
            || PageTable.frame(entry) != PageTable.frame(cached)
            || (PageTable.writable(cached) && !PageTable.writable(entry));
    if (stale) {
      throw new IllegalStateException("stale translation of page " + page + " of " + map.space());
    }
  }
}
