package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload.PageList;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.KernelMappings;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmPage;
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

  PageLists(VmSystem vm, PageFaults faults) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.faults = faults;
    this.mappings = new KernelMappings(vm);
  }

  /** Lists the pages behind a task's memory for a driver and keeps them in place. */
  PageList list(AddressRanges held, Access deviceAccess, int listPages) {
    PageList list = empty(held.rangeCount());
    VmMap map = held.map();
    for (ByteRange range : held.present().ranges()) {
      map.lookup(range.address() / vm.pageBytes(), map.pagesOf(range.address(), range.length()));
    }
    return filled(
        list,
        () ->
            held.present()
                .ranges()
                .forEach(range -> list(map, range, deviceAccess, listPages, list)));
  }

  private void list(VmMap map, ByteRange range, Access deviceAccess, int listPages, PageList list) {
    meter.perform(Primitive.MAP_LOOKUP);
    long first = range.address() / vm.pageBytes();
    int pages = map.pagesOf(range.address(), range.length());
    meter.perform(Primitive.PAGE_LIST_CONTINUE, Math.max(0, pages - 1) / listPages);
    for (VmMapEntry entry : map.lookup(first, pages)) {
      vm.reference(entry.object());
      list.objects().add(entry.object());
    }
    int done = 0;
    while (done < range.length()) {
      long at = range.address() + done;
      int offset = (int) (at % vm.pageBytes());
      int run = Math.min(vm.pageBytes() - offset, range.length() - done);
      add(list, page(map, at / vm.pageBytes(), deviceAccess), offset, run);
      done += run;
    }
  }

  /** A device only reads what is there; what it writes must be the task's own. */
  private VmPage page(VmMap map, long page, Access deviceAccess) {
    return switch (deviceAccess) {
      case READ -> {
        VmMapEntry entry = map.lookup(page);
        yield vm.page(entry.object(), entry.objectPage(page), Access.READ);
      }
      case WRITE -> faults.resident(map, page, Access.WRITE);
    };
  }

  /** Lists the pages behind references, to be read, and written where the references allow it. */
  PageList list(ObjectRanges held) {
    PageList list = empty(held.rangeCount());
    for (ObjectRange range : held.ranges()) {
      if (!range.allows(Access.READ)) {
        throw new AddressFault("the reference to " + range.object() + " was revoked");
      }
    }
    return filled(list, () -> held.ranges().forEach(range -> list(range, list)));
  }

  private void list(ObjectRange range, PageList list) {
    vm.reference(range.object());
    list.objects().add(range.object());
    Access rights = range.allows(Access.WRITE) ? Access.WRITE : Access.READ;
    for (int done = 0; done < range.length(); ) {
      long at = range.offset() + done;
      int offset = (int) (at % vm.pageBytes());
      int run = Math.min(vm.pageBytes() - offset, range.length() - done);
      int index = Math.toIntExact(at / vm.pageBytes());
      add(list, vm.page(range.object(), index, rights), offset, run);
      done += run;
    }
  }

  private PageList filled(PageList list, Runnable steps) {
    AllOrNothing.run(steps, () -> giveBack(list));
    return list;
  }

  /** Fresh pages for a device to fill; only what it will not overwrite is zeroed. */
  PageList fresh(int length) {
    PageList list = empty(1);
    VmObject object = vm.createObject(vm.pagesOf(0, length));
    list.objects().add(object);
    return filled(
        list,
        () -> {
          for (int i = 0; i < object.pageCount(); i++) {
            int run = Math.min(vm.pageBytes(), length - i * vm.pageBytes());
            boolean whole = run == vm.pageBytes();
            add(list, whole ? vm.allocate(object, i) : vm.allocateZeroed(object, i), 0, run);
          }
        });
  }

  /** One more holder of the same pages. */
  PageList share(PageList list) {
    PageList shared = empty(list.rangeCount());
    return filled(
        shared,
        () -> {
          for (VmObject object : list.objects()) {
            vm.reference(object);
            shared.objects().add(object);
          }
          list.parts().forEach(part -> add(shared, part.page(), part.offset(), part.length()));
        });
  }

  /** Shows a list that was made for it; takes it over, whatever happens. */
  PageList showNew(PageList list) {
    return AllOrNothing.of(() -> mapIntoKernel(list), () -> giveBack(list));
  }

  /** Shows listed pages at addresses of the kernel's own; takes the list over, unless it fails. */
  PageList mapIntoKernel(PageList list) {
    List<VmPage> pages = list.parts().stream().map(PageList.Part::page).toList();
    return new PageList(list.objects(), list.parts(), mappings.map(pages), list.rangeCount());
  }

  /** Takes fresh pages out of the kernel's object into one of their own, to be handed up. */
  VmObject steal(PageList list) {
    VmObject source = list.objects().getFirst();
    if (list.objects().size() > 1 || source.references() > 1) {
      throw new IllegalStateException(
          "others know the pages too: " + list + " is not to be stolen");
    }
    VmObject stolen = vm.createObject(source.pageCount());
    for (int i = 0; i < source.pageCount(); i++) {
      vm.move(source, i, stolen, i);
    }
    return stolen;
  }

  /** Lets listed pages go, and the mapping that showed them. */
  void giveBack(PageList list) {
    if (list.mapping() != PageList.UNMAPPED) {
      mappings.unmap(list.mapping(), list.parts().size());
    }
    list.parts().forEach(part -> vm.unhold(part.page()));
    list.objects().forEach(vm::release);
  }

  int mappedPages() {
    return mappings.mappedPages();
  }

  private void add(PageList list, VmPage page, int offset, int length) {
    vm.hold(page);
    list.parts().add(new PageList.Part(page, offset, length));
  }

  private static PageList empty(int ranges) {
    return new PageList(new ArrayList<>(), new ArrayList<>(), PageList.UNMAPPED, ranges);
  }
}
