package org.portbench.strategies.kernel.vm;

import java.util.ArrayList;
import java.util.List;
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
  private final MapEntries entries = new MapEntries();
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
    return entries.count();
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
    int found = entries.indexOf(page);
    if (found < 0) {
      throw new AddressFault("page " + page + " of " + space + " is not mapped");
    }
    return entries.entry(found);
  }

  /** The entries that show a range, in order; a hole is an address fault. */
  public List<VmMapEntry> lookup(long firstPage, int pages) {
    List<VmMapEntry> found = new ArrayList<>();
    for (long at = firstPage; at < firstPage + pages; at = found.getLast().endPage()) {
      found.add(lookup(at));
    }
    return found;
  }

  /** A hole in a range is an address fault. */
  public void checkMapped(long firstPage, int pages) {
    long at = firstPage;
    while (at < firstPage + pages) {
      at = lookup(at).endPage();
    }
  }

  /** A hole in a range, or what an entry of it forbids, is an address fault. */
  public void checkAccess(long firstPage, int pages, Access access) {
    checkMapped(firstPage, pages);
    VmMapEntry entry;
    for (long at = firstPage; at < firstPage + pages; at = entry.endPage()) {
      entry = lookup(at);
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
    try {
      insert(start, object, offset, pages, writable, false);
    } catch (RuntimeException refused) {
      free.giveBack(start, pages);
      throw refused;
    }
    return start;
  }

  /** The same for an object that is made for it. */
  public long enterNew(int pages) {
    VmObject object = vm.createObject(pages);
    try {
      return enter(object, 0, pages, true);
    } catch (RuntimeException refused) {
      vm.release(object);
      throw refused;
    }
  }

  /** The same at an address that all maps have in common. */
  public void enterShared(long firstPage, VmObject object, boolean writable) {
    if (firstPage < SHARED_PAGE) {
      throw new IllegalArgumentException("page " + firstPage + " is each map's own");
    }
    insert(firstPage, object, 0, object.pageCount(), writable, false);
  }

  /** Takes write permission from the translations of all entries that show an object. */
  public void withdrawWriting(VmObject object) {
    boolean found = false;
    for (int i = 0; i < entries.count(); i++) {
      if (entries.entry(i).object() == object) {
        meter.perform(Primitive.MAP_LOOKUP, found ? 0 : 1);
        found = true;
        protect(entries.entry(i));
      }
    }
  }

  /** Takes the translations of an object's pages from one on. */
  public void withdrawFrom(VmObject object, int objectPage) {
    for (int i = 0; i < entries.count(); i++) {
      VmMapEntry entry = entries.entry(i);
      long first = Math.max(entry.startPage(), entry.startPage() + objectPage - entry.offset());
      if (entry.object() == object && first < entry.endPage()) {
        meter.perform(Primitive.MAP_LOOKUP);
        withdraw(first, Math.toIntExact(entry.endPage() - first));
      }
    }
  }

  /** Makes the translations of a range at once, to the first pages of an array. */
  public void show(long firstPage, int[] pages, int count, boolean writable) {
    space.pageTable().mapRun(firstPage, pages, 0, count, writable);
    vm.wroteEntries(count);
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
    withdraw(firstPage, pages);
    forget(firstPage, pages);
    giveRoomBack(firstPage, pages);
  }

  /** Takes the entries of a range away, and the objects' references. */
  private void forget(long firstPage, int pages) {
    VmMapEntry entry;
    for (long at = firstPage; at < firstPage + pages; at = entry.endPage()) {
      entry = lookup(at);
      vm.drop(entry);
    }
    entries.remove(firstPage, firstPage + pages);
  }

  /**
   * Shows at one place of the map what it shows at another, in place of what was there: XNU's
   * {@code vm_remap} with its flag to overwrite. No translation is written.
   */
  public void overlay(long firstPage, long shownAt, int pages) {
    cut(shownAt, pages);
    remove(firstPage, pages);
    free.takeAt(firstPage, pages);
    long end = shownAt + pages;
    for (long at = shownAt; at < end; ) {
      VmMapEntry shown = lookup(at);
      at = shown.endPage();
      vm.reference(shown.object());
      insert(
          firstPage + shown.startPage() - shownAt,
          shown.object(),
          shown.offset(),
          shown.pages(),
          shown.writable(),
          shown.needsCopy());
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

  private void giveRoomBack(long firstPage, int pages) {
    if (firstPage < SHARED_PAGE) {
      free.giveBack(firstPage, pages);
    }
  }

  /** Links a copy's entries in free room; until the copy forgets them, they can be taken back. */
  long link(VmMapCopy copy) {
    int pages = copy.pages();
    long start = allocate(pages);
    link(start, copy);
    return start;
  }

  private void link(long firstPage, VmMapCopy copy) {
    long at = firstPage;
    for (int i = 0; i < copy.parts().size(); i++) {
      VmMapEntry part = copy.parts().get(i);
      entries.add(part.linkedAt(at, true));
      at += part.pages();
    }
  }

  /** Makes it possible to take a range out: what could be refused is refused here. */
  public void ready(long firstPage, int pages) {
    meter.perform(Primitive.MAP_LOOKUP);
    cut(firstPage, pages);
  }

  /**
   * Takes a range out that is ready, with its translations; its entries and their references are
   * the caller's already.
   */
  void takeOut(long firstPage, int pages) {
    withdraw(firstPage, pages);
    unlink(firstPage, pages);
  }

  /** The same without the translations, which have gone. */
  void unlink(long firstPage, int pages) {
    entries.remove(firstPage, firstPage + pages);
    giveRoomBack(firstPage, pages);
  }

  /** Shows a copy's entries in place of what a range shows; the copy is still to forget them. */
  public void replace(long firstPage, int pages, VmMapCopy copy) {
    cut(firstPage, pages);
    forget(firstPage, pages);
    withdraw(firstPage, pages);
    link(firstPage, copy);
  }

  /** Splits entries at the ends of a range where need be; a hole changes nothing. */
  public void cut(long firstPage, int pages) {
    checkMapped(firstPage, pages);
    if (pages > 0) {
      split(lookup(firstPage), firstPage);
      long end = firstPage + pages;
      split(lookup(end - 1), end);
    }
  }

  /** Makes two entries of one that does not begin or end here. */
  private void split(VmMapEntry entry, long at) {
    if (at == entry.startPage() || at == entry.endPage()) {
      return;
    }
    int before = Math.toIntExact(at - entry.startPage());
    int after = entry.pages() - before;
    vm.entryMade();
    vm.reference(entry.object());
    entry.keep(0, before);
    link(at, entry.object(), entry.offset() + before, after, entry.writable(), entry.needsCopy());
  }

  private void insert(
      long at, VmObject object, int offset, int pages, boolean writable, boolean needsCopy) {
    vm.entryMade();
    link(at, object, offset, pages, writable, needsCopy);
  }

  private void link(
      long at, VmObject object, int offset, int pages, boolean writable, boolean needsCopy) {
    VmMapEntry entry = vm.zones().entries.take();
    entries.add(entry.show(object, offset, pages, needsCopy).linkedAt(at, writable));
  }

  /** Takes write permission away from an entry's translations. */
  void protect(VmMapEntry entry) {
    int changed = space.pageTable().protectRange(entry.startPage(), entry.pages());
    changed(entry.startPage(), entry.pages(), changed);
  }

  /** Takes the translations of a range away. */
  void withdraw(long first, int pages) {
    changed(first, pages, space.pageTable().unmapRange(first, pages));
  }

  private void changed(long first, int pages, int changed) {
    vm.wroteEntries(changed);
    vm.machine().shootdown().round(vm.cpu(), space, first, pages, changed);
  }
}
