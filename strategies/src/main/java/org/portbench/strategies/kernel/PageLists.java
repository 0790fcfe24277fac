package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.KernelMappings;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Pages themselves as what travels: Mach 3.0's {@code vm_map_copyin_page_list}. Pages that are
 * there are found in their objects and kept busy, which no map notices: what a task can write it
 * goes on writing. A list holds so many, eight in Mach 3.0; as many again are fetched by a
 * continuation. Where we differ: the device gets all of them at once, where Mach made an I/O of
 * each eight.
 */
final class PageLists {
  private final VmSystem vm;
  private final Meter meter;
  private final PageFaults faults;
  private final KernelMappings mappings;
  private final Zone<PageList> lists;

  PageLists(VmSystem vm, PageFaults faults) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.faults = faults;
    this.mappings = new KernelMappings(vm);
    this.lists = new Zone<>(() -> new PageList(vm.machine().memory()));
  }

  /** Lists the pages behind a task's memory for a driver and keeps them in place. */
  PageList list(AddressRanges held, Access deviceAccess, int listPages) {
    VmMap map = held.map();
    IoVec ranges = held.present();
    for (int i = 0; i < ranges.count(); i++) {
      int pages = map.pagesOf(ranges.address(i), ranges.length(i));
      map.checkMapped(ranges.address(i) / vm.pageBytes(), pages);
    }
    PageList list = lists.take().begin(held.rangeCount());
    try {
      for (int i = 0; i < ranges.count(); i++) {
        list(map, ranges.address(i), ranges.length(i), deviceAccess, listPages, list);
      }
    } catch (RuntimeException refused) {
      giveBack(list);
      throw refused;
    }
    return list;
  }

  private void list(
      VmMap map, long address, int length, Access deviceAccess, int listPages, PageList list) {
    meter.perform(Primitive.MAP_LOOKUP);
    long first = address / vm.pageBytes();
    int pages = map.pagesOf(address, length);
    meter.perform(Primitive.PAGE_LIST_CONTINUE, Math.max(0, pages - 1) / listPages);
    VmMapEntry entry;
    for (long at = first; at < first + pages; at = entry.endPage()) {
      entry = map.lookup(at);
      reference(list, entry.object());
    }
    switch (deviceAccess) {
      case READ -> listThere(map, address, length, list);
      case WRITE -> listOwn(map, address, length, list);
    }
  }

  /**
   * A device only reads what is there: no page of it is copied, so that all are charged at once.
   */
  private void listThere(VmMap map, long address, int length, PageList list) {
    int pages = map.pagesOf(address, length);
    meter.perform(Primitive.PAGE_LOOKUP, pages);
    meter.perform(Primitive.PAGE_HOLD, pages);
    meter.count(Counter.PAGES_PINNED, pages);
    long end = address + length;
    VmMapEntry entry;
    for (long at = address; at < end; at = entry.endPage() * vm.pageBytes()) {
      entry = map.lookup(at / vm.pageBytes());
      int run = (int) (Math.min(end, entry.endPage() * vm.pageBytes()) - at);
      int index = entry.objectPage(at / vm.pageBytes());
      listThere(entry.object(), index, offset(at), run, list);
    }
  }

  private void listThere(VmObject object, int first, int offset, int length, PageList list) {
    int pages = length == 0 ? 0 : vm.pagesOf(offset, length);
    if (object.there(first, pages, Access.READ) == pages) {
      vm.keepAll(object.pages(), first, pages);
      list.pieces().addAll(object.pages(), first, offset, length);
    } else {
      list.pieces().addEach(index -> kept(object, index), first, offset, length);
    }
  }

  private int kept(VmObject object, int index) {
    int page = vm.found(object, index, Access.READ);
    vm.keep(page);
    return page;
  }

  /** What a device writes must be the task's own. */
  private void listOwn(VmMap map, long address, int length, PageList list) {
    for (long at = address; at < address + length; ) {
      int run = run(at, address + length);
      hold(list, faults.resident(map, at / vm.pageBytes(), Access.WRITE), offset(at), run);
      at += run;
    }
  }

  /** Lists the pages behind references, to be read, and written where the references allow it. */
  PageList list(ObjectRanges held) {
    for (int i = 0; i < held.rangeCount(); i++) {
      if (!held.range(i).allows(Access.READ)) {
        throw new AddressFault("the reference to " + held.range(i).object() + " was revoked");
      }
    }
    PageList list = lists.take().begin(held.rangeCount());
    try {
      for (int i = 0; i < held.rangeCount(); i++) {
        list(held.range(i), list);
      }
    } catch (RuntimeException refused) {
      giveBack(list);
      throw refused;
    }
    return list;
  }

  private void list(ObjectRange range, PageList list) {
    reference(list, range.object());
    Access rights = range.allows(Access.WRITE) ? Access.WRITE : Access.READ;
    long end = range.offset() + range.length();
    for (long at = range.offset(); at < end; ) {
      int run = run(at, end);
      int index = Math.toIntExact(at / vm.pageBytes());
      hold(list, vm.page(range.object(), index, rights), offset(at), run);
      at += run;
    }
  }

  /** Where in its page a byte is. */
  private int offset(long at) {
    return (int) (at % vm.pageBytes());
  }

  /** How many bytes from one on are in its page and before an end. */
  private int run(long at, long end) {
    return (int) Math.min(vm.pageBytes() - offset(at), end - at);
  }

  private void reference(PageList list, VmObject object) {
    vm.reference(object);
    list.objects().add(object);
  }

  private void hold(PageList list, int page, int offset, int length) {
    vm.hold(page);
    list.pieces().add(page, offset, length);
  }

  /** Fresh pages for a device to fill; only what it will not overwrite is zeroed. */
  PageList fresh(int length) {
    PageList list = lists.take().begin(1);
    try {
      VmObject object = vm.createObject(vm.pagesOf(0, length));
      list.objects().add(object);
      fill(list, object, length);
    } catch (RuntimeException refused) {
      giveBack(list);
      throw refused;
    }
    return list;
  }

  private void fill(PageList list, VmObject object, int length) {
    int last = object.pageCount() - 1;
    int tail = length - last * vm.pageBytes();
    vm.allocateAll(object);
    if (tail < vm.pageBytes()) {
      vm.zero(object.pageAt(last));
    }
    vm.holdAll(object);
    list.pieces().addAll(object.pages(), 0, 0, length);
  }

  /** One more holder of the same pages. */
  PageList share(PageList list) {
    PageList shared = lists.take().begin(list.rangeCount());
    try {
      for (VmObject object : list.objects()) {
        reference(shared, object);
      }
      vm.holdAll(list.pieces().frames(), list.count());
      shared.pieces().addPart(list.pieces(), 0, list.length());
    } catch (RuntimeException refused) {
      giveBack(shared);
      throw refused;
    }
    return shared;
  }

  /** Shows a list that was made for it; takes it over, whatever happens. */
  PageList showNew(PageList list) {
    try {
      return mapIntoKernel(list);
    } catch (RuntimeException refused) {
      giveBack(list);
      throw refused;
    }
  }

  /** Shows listed pages at addresses of the kernel's own. */
  PageList mapIntoKernel(PageList list) {
    list.mappedAt(mappings.map(list.pieces().frames(), list.count()));
    return list;
  }

  /** Takes fresh pages out of the kernel's object into one of their own, to be handed up. */
  VmObject steal(PageList list) {
    VmObject source = list.objects().getFirst();
    if (list.objects().size() > 1 || source.references() > 1) {
      throw new IllegalStateException("others know the pages of " + source + ", too");
    }
    VmObject stolen = vm.createObject(source.pageCount());
    vm.moveAll(source, stolen);
    return stolen;
  }

  /** Lets listed pages go, and the mapping that showed them. */
  void giveBack(PageList list) {
    if (list.mapping() != PageList.UNMAPPED) {
      mappings.unmap(list.mapping(), list.count());
    }
    vm.unholdAll(list.pieces().frames(), list.count());
    for (int i = 0; i < list.objects().size(); i++) {
      vm.release(list.objects().get(i));
    }
    list.end();
    lists.giveBack(list);
  }

  int mappedPages() {
    return mappings.mappedPages();
  }
}
