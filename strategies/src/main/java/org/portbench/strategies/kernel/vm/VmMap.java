package org.portbench.strategies.kernel.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.mmu.AddressSpace;

/**
 * The addresses of a task: which pages of which objects appear where. The page table below it is
 * filled by faults and emptied here.
 */
public final class VmMap {
  /** From here on addresses mean the same in all maps that use them. */
  public static final long SHARED_PAGE = 1L << 22;

  private static final long FIRST_PAGE = 16;
  private static final long END_PAGE = SHARED_PAGE;

  private final VmSystem vm;
  private final Meter meter;
  private final AddressSpace space;
  private final TreeMap<Long, VmMapEntry> entries = new TreeMap<>();
  private final FreeSpace free = new FreeSpace(FIRST_PAGE, END_PAGE);

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
    return vm.pageBytes();
  }

  /** The translation of a page as the hardware sees it; 0 where there is none. */
  public long translation(long page) {
    return space.pageTable().entry(page);
  }

  /** The entry that shows a page; none is an address fault. */
  public VmMapEntry lookup(long page) {
    Map.Entry<Long, VmMapEntry> floor = entries.floorEntry(page);
    if (floor == null || floor.getValue().endPage() <= page) {
      throw new AddressFault("page " + page + " of " + space + " is not mapped");
    }
    return floor.getValue();
  }

  /** The entries that show a range, in order; a hole is an address fault. */
  public List<VmMapEntry> lookup(long firstPage, int pages) {
    List<VmMapEntry> found = new ArrayList<>();
    for (long at = firstPage; at < firstPage + pages; at = found.getLast().endPage()) {
      found.add(lookup(at));
    }
    return found;
  }

  /** A hole in a range, or what an entry of it forbids, is an address fault. */
  public void checkAccess(long firstPage, int pages, Access access) {
    for (VmMapEntry entry : lookup(firstPage, pages)) {
      boolean sealed = entry.object().sealed() && !entry.needsCopy();
      if (access == Access.WRITE && (!entry.writable() || sealed)) {
        throw new AddressFault("page " + entry.startPage() + " of " + space + " is read-only");
      }
    }
  }

  /**
   * Shows an object at a free address of the map's choice; takes over the caller's reference,
   * unless it fails.
   */
  public long enter(VmObject object, int offset, int pages, boolean writable) {
    long start = allocate(pages);
    AllOrNothing.run(
        () -> insert(new VmMapEntry(start, pages, object, offset, writable, false)),
        () -> free.giveBack(start, pages));
    return start;
  }

  /** The same for an object that is made for it. */
  public long enterNew(int pages) {
    VmObject object = vm.createObject(pages);
    return AllOrNothing.of(() -> enter(object, 0, pages, true), () -> vm.release(object));
  }

  /** The same at an address that all maps have in common. */
  public void enterShared(long firstPage, VmObject object, boolean writable) {
    if (firstPage < SHARED_PAGE) {
      throw new IllegalArgumentException("page " + firstPage + " is each map's own");
    }
    insert(new VmMapEntry(firstPage, object.pageCount(), object, 0, writable, false));
  }

  /** Takes write permission from the translations of all entries that show an object. */
  public void withdrawWriting(VmObject object) {
    List<VmMapEntry> shown =
        entries.values().stream().filter(entry -> entry.object() == object).toList();
    if (!shown.isEmpty()) {
      meter.perform(Primitive.MAP_LOOKUP);
    }
    shown.forEach(this::protect);
  }

  /** Takes the translations of an object's pages from one on. */
  public void withdrawFrom(VmObject object, int objectPage) {
    for (VmMapEntry entry : entries.values()) {
      long first =
          Math.max(
              entry.startPage(),
              entry.startPage() + objectPage - entry.objectPage(entry.startPage()));
      if (entry.object() == object && first < entry.endPage()) {
        meter.perform(Primitive.MAP_LOOKUP);
        withdraw(first, Math.toIntExact(entry.endPage() - first));
      }
    }
  }

  /** Makes the translations of a range at once, whose pages are there. */
  public void show(long firstPage, List<VmPage> pages, boolean writable) {
    for (int i = 0; i < pages.size(); i++) {
      space.pageTable().map(firstPage + i, pages.get(i).frame().number(), writable);
    }
    vm.wroteEntries(pages.size());
  }

  /** Takes a range away: entries, translations, and the objects' references. */
  public void remove(long firstPage, int pages) {
    ready(firstPage, pages);
    removeReady(firstPage, pages);
  }

  /** The same for the pages that a range of bytes lies in. */
  public void removeBytes(long address, int length) {
    remove(address / pageBytes(), pagesOf(address, length));
  }

  public void removeReady(long firstPage, int pages) {
    for (VmMapEntry entry : takeOut(firstPage, pages)) {
      vm.entryGone();
      vm.release(entry.object());
    }
  }

  /**
   * Shows at one place of the map what it shows at another, in place of what was there: XNU's
   * {@code vm_remap} with its flag to overwrite. No translation is written.
   */
  public void overlay(long firstPage, long shownAt, int pages) {
    List<VmMapEntry> shown = cut(shownAt, pages);
    remove(firstPage, pages);
    free.takeAt(firstPage, pages);
    for (VmMapEntry entry : shown) {
      vm.reference(entry.object());
      insert(entry.at(firstPage + entry.startPage() - shownAt));
    }
  }

  /** Pages that a range of bytes lies in. */
  public int pagesOf(long address, int length) {
    return length == 0
        ? 0
        : Math.toIntExact((address + length - 1) / pageBytes() - address / pageBytes() + 1);
  }

  // ---- for virtual copies ----------------------------------------------------------------------

  /** Finds room for so many pages. */
  private long allocate(int pages) {
    meter.perform(Primitive.MAP_FIND_SPACE);
    return free.take(pages);
  }

  private void link(VmMapEntry entry) {
    entries.put(entry.startPage(), entry);
  }

  /** Links entries for a copy in free room; their references are the copy's. */
  long link(VmMapCopy copy) {
    long start = allocate(copy.pages());
    link(start, copy.parts());
    return start;
  }

  /** Makes it possible to take a range out: what could be refused is refused here. */
  public List<VmMapEntry> ready(long firstPage, int pages) {
    meter.perform(Primitive.MAP_LOOKUP);
    return cut(firstPage, pages);
  }

  /**
   * Takes the entries of a range out that is ready, with their translations; who asked owns their
   * references.
   */
  List<VmMapEntry> takeOut(long firstPage, int pages) {
    List<VmMapEntry> gone = lookup(firstPage, pages);
    withdraw(firstPage, pages);
    gone.forEach(entry -> entries.remove(entry.startPage()));
    if (firstPage < SHARED_PAGE) {
      free.giveBack(firstPage, pages);
    }
    return gone;
  }

  /** Shows parts of a copy, which were entries already, in place of what a range shows. */
  public void replace(long firstPage, int pages, List<VmMapCopy.Part> parts) {
    for (VmMapEntry entry : cut(firstPage, pages)) {
      entries.remove(entry.startPage());
      vm.entryGone();
      vm.release(entry.object());
    }
    withdraw(firstPage, pages);
    link(firstPage, parts);
  }

  /** Links parts of a copy, one after the other. */
  private void link(long firstPage, List<VmMapCopy.Part> parts) {
    long at = firstPage;
    for (VmMapCopy.Part part : parts) {
      link(new VmMapEntry(at, part.pages(), part.object(), part.offset(), true, part.needsCopy()));
      at += part.pages();
    }
  }

  /** The entries of exactly this range, split at its ends where need be; a hole changes nothing. */
  public List<VmMapEntry> cut(long firstPage, int pages) {
    List<VmMapEntry> found = lookup(firstPage, pages);
    if (found.isEmpty()) {
      return found;
    }
    long end = firstPage + pages;
    split(found.getFirst(), firstPage);
    split(lookup(end - 1), end);
    return lookup(firstPage, pages);
  }

  /** Makes two entries of one that does not begin or end here. */
  private void split(VmMapEntry entry, long at) {
    if (at == entry.startPage() || at == entry.endPage()) {
      return;
    }
    insert(entry.part(at, entry.endPage()));
    vm.reference(entry.object());
    link(entry.part(entry.startPage(), at));
  }

  private void insert(VmMapEntry entry) {
    vm.entryMade();
    link(entry);
  }

  /** Takes write permission away from an entry's translations. */
  void protect(VmMapEntry entry) {
    int changed = 0;
    for (long page = entry.startPage(); page < entry.endPage(); page++) {
      changed += space.pageTable().protect(page) ? 1 : 0;
    }
    changed(entry.startPage(), entry.pages(), changed);
  }

  private void withdraw(long first, int pages) {
    int changed = 0;
    for (long page = first; page < first + pages; page++) {
      changed += space.pageTable().unmap(page) ? 1 : 0;
    }
    changed(first, pages, changed);
  }

  private void changed(long first, int pages, int changed) {
    vm.wroteEntries(changed);
    vm.machine().shootdown().round(vm.cpu(), space, first, pages, changed);
  }
}
