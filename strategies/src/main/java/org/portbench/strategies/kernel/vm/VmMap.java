package org.portbench.strategies.kernel.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.mmu.AddressSpace;
import org.portbench.hardware.mmu.PageTable;

/**
 * The addresses of a task: which pages of which objects appear where. The page table below it is
 * filled by faults and emptied here.
 */
public final class VmMap {
  private static final long FIRST_PAGE = 16;

  private final VmSystem vm;
  private final Meter meter;
  private final AddressSpace space;
  private final TreeMap<Long, VmMapEntry> entries = new TreeMap<>();

  VmMap(VmSystem vm, AddressSpace space) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.space = space;
  }

  public AddressSpace space() {
    return space;
  }

  public int entryCount() {
    return entries.size();
  }

  public int pageBytes() {
    return vm.machine().memory().pageBytes();
  }

  /** The entry that shows a page; none is an address fault. */
  public VmMapEntry lookup(long page) {
    var floor = entries.floorEntry(page);
    if (floor == null || floor.getValue().endPage() <= page) {
      throw new AddressFault("page " + page + " of " + space + " is not mapped");
    }
    return floor.getValue();
  }

  /** Shows an object at a free address of the map's choice; takes over the caller's reference. */
  public long enter(VmObject object, int offset, int pages, boolean needsCopy) {
    long start = findSpace(pages);
    insert(new VmMapEntry(start, pages, object, offset, true, needsCopy));
    return start;
  }

  /** Takes a range away: entries, translations, and the objects' references. */
  public void remove(long startPage, int pages) {
    meter.perform(Primitive.MAP_LOOKUP);
    List<VmMapEntry> gone = cut(startPage, pages);
    withdraw(startPage, pages);
    for (VmMapEntry entry : gone) {
      entries.remove(entry.startPage);
      vm.entryGone();
      vm.release(entry.object);
    }
  }

  /**
   * A copy that shares pages until one side writes: both sides' entries need a copy from now on,
   * and what the source could write it no longer can. Sending the same memory again finds that
   * done.
   */
  public VmMapCopy copyIn(long address, int length) {
    long first = address / pageBytes();
    int pages = pagesOf(address, length);
    meter.perform(Primitive.MAP_LOOKUP);
    List<VmMapCopy.Part> parts = new ArrayList<>();
    for (VmMapEntry entry : cut(first, pages)) {
      vm.reference(entry.object);
      vm.entryMade();
      if (!entry.needsCopy) {
        entry.needsCopy = true;
        protect(entry.startPage, entry.pages);
      }
      parts.add(new VmMapCopy.Part(entry.object, entry.offset, entry.pages, true));
    }
    return new VmMapCopy(parts, (int) (address % pageBytes()), length);
  }

  /** A copy whose source goes: the references move, whole pages leave this map. */
  public VmMapCopy moveIn(long address, int length) {
    long first = address / pageBytes();
    int pages = pagesOf(address, length);
    meter.perform(Primitive.MAP_LOOKUP);
    List<VmMapCopy.Part> parts = new ArrayList<>();
    List<VmMapEntry> gone = cut(first, pages);
    withdraw(first, pages);
    for (VmMapEntry entry : gone) {
      entries.remove(entry.startPage);
      vm.entryMade();
      vm.entryGone();
      parts.add(new VmMapCopy.Part(entry.object, entry.offset, entry.pages, entry.needsCopy));
    }
    return new VmMapCopy(parts, (int) (address % pageBytes()), length);
  }

  /**
   * Links a copy into this map; no translation is written. Returns the address of its first byte.
   */
  public long copyOut(VmMapCopy copy) {
    long start = findSpace(copy.pages());
    long at = start;
    for (VmMapCopy.Part part : copy.parts()) {
      entries.put(
          at,
          new VmMapEntry(at, part.pages(), part.object(), part.offset(), true, part.needsCopy()));
      at += part.pages();
    }
    return start * pageBytes() + copy.firstByte();
  }

  /** Drops a copy that nobody will receive. */
  public static void discard(VmSystem vm, VmMapCopy copy) {
    for (VmMapCopy.Part part : copy.parts()) {
      vm.entryGone();
      vm.release(part.object());
    }
  }

  /** Pages that a range of bytes lies in. */
  public int pagesOf(long address, int length) {
    return length == 0
        ? 0
        : Math.toIntExact((address + length - 1) / pageBytes() - address / pageBytes() + 1);
  }

  private long findSpace(int pages) {
    meter.perform(Primitive.MAP_FIND_SPACE);
    long start = FIRST_PAGE;
    for (VmMapEntry entry : entries.values()) {
      if (entry.startPage - start >= pages) {
        break;
      }
      start = entry.endPage();
    }
    return start;
  }

  private void insert(VmMapEntry entry) {
    entries.put(entry.startPage, entry);
    vm.entryMade();
  }

  /** The entries of exactly this range, split at its ends where need be; a hole is a fault. */
  private List<VmMapEntry> cut(long first, int pages) {
    List<VmMapEntry> found = new ArrayList<>();
    long end = first + pages;
    for (long at = first; at < end; ) {
      VmMapEntry entry = lookup(at);
      entry = at > entry.startPage ? split(entry, at) : entry;
      if (end < entry.endPage()) {
        split(entry, end);
        entry = lookup(at);
      }
      found.add(entry);
      at = entry.endPage();
    }
    return found;
  }

  /** Makes two entries of one; returns the later. */
  private VmMapEntry split(VmMapEntry entry, long at) {
    int head = Math.toIntExact(at - entry.startPage);
    vm.reference(entry.object);
    VmMapEntry lower =
        new VmMapEntry(
            entry.startPage, head, entry.object, entry.offset, entry.writable, entry.needsCopy);
    VmMapEntry upper =
        new VmMapEntry(
            at,
            entry.pages - head,
            entry.object,
            entry.offset + head,
            entry.writable,
            entry.needsCopy);
    entries.put(lower.startPage, lower);
    insert(upper);
    return upper;
  }

  private void protect(long first, int pages) {
    int changed = 0;
    for (long page = first; page < first + pages; page++) {
      changed += space.pageTable().protect(page) ? 1 : 0;
    }
    changedTranslations(first, pages, changed);
  }

  private void withdraw(long first, int pages) {
    int changed = 0;
    for (long page = first; page < first + pages; page++) {
      changed += space.pageTable().unmap(page) ? 1 : 0;
    }
    changedTranslations(first, pages, changed);
  }

  private void changedTranslations(long first, int pages, int changed) {
    writeEntries(changed);
    vm.machine().shootdown().round(vm.cpu(), space, first, pages, changed);
  }

  private void writeEntries(int count) {
    if (count > 0) {
      long ps = vm.machine().profile().mmu().pteWritePs();
      meter.charge(Category.MAP, "PTE_WRITE", count, count * ps);
      meter.count(Counter.PTE_WRITES, count);
    }
  }

  /** The translation of a page as the hardware sees it; 0 where there is none. */
  public long translation(long page) {
    return space.pageTable().entry(page);
  }

  /** Whether the page can be accessed without a fault. */
  public boolean translates(long page, Access access) {
    long entry = translation(page);
    return PageTable.present(entry) && (access == Access.READ || PageTable.writable(entry));
  }
}
