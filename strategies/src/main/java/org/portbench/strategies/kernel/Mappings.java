package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Payload.MapCopy;
import org.portbench.strategies.kernel.ipc.Payload.PageList;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.KernelMappings;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmMapCopy;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmPage;
import org.portbench.strategies.kernel.vm.VmSystem;

/** Moving pages between tasks and the kernel: detached entries, listed pages, kernel mappings. */
final class Mappings {
  private final VmSystem vm;
  private final Meter meter;
  private final PageFaults faults;
  private final KernelMappings kernelMappings;

  Mappings(VmSystem vm, PageFaults faults) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.faults = faults;
    this.kernelMappings = new KernelMappings(vm);
  }

  /** Detaches a copy of a task's memory: shared until written, or moved if it was only lent. */
  MapCopy mapIn(AddressRanges held) {
    boolean move = held.tenure() == Tenure.TEMPORARY;
    List<VmMapCopy.Part> parts = new ArrayList<>();
    int firstByte = 0;
    int length = 0;
    for (ByteRange range : held.ranges().ranges()) {
      VmMapCopy copy =
          move
              ? held.map().moveIn(range.address(), range.length())
              : held.map().copyIn(range.address(), range.length());
      firstByte = parts.isEmpty() ? copy.firstByte() : firstByte;
      parts.addAll(copy.parts());
      length += range.length();
    }
    if (move) {
      held.leave();
    }
    return new MapCopy(new VmMapCopy(parts, firstByte, length));
  }

  /** Links a detached copy into a task's map. */
  AddressRanges mapOut(MapCopy inTransit, Task task) {
    VmMapCopy copy = inTransit.copy();
    long address = task.map().copyOut(copy);
    return new AddressRanges(task.map(), IoVec.of(address, copy.length()), Tenure.TEMPORARY);
  }

  /** Lists the pages behind a task's memory for a driver and keeps them in place. */
  PageList listPages(AddressRanges held, Access deviceAccess) {
    ByteRange range = held.ranges().ranges().getFirst();
    meter.perform(Primitive.MAP_LOOKUP);
    long first = range.address() / vm.pageBytes();
    int firstByte = (int) (range.address() % vm.pageBytes());
    VmMapEntry entry = held.map().lookup(first);
    vm.reference(entry.object());
    List<VmPage> pages = new ArrayList<>();
    for (long page = first; page < first + vm.pagesOf(firstByte, range.length()); page++) {
      VmPage found = faults.resident(held.map(), page, deviceAccess);
      vm.hold(found);
      pages.add(found);
    }
    return new PageList(entry.object(), pages, firstByte, range.length(), PageList.UNMAPPED);
  }

  /** Fresh pages for a device to fill; only what it will not overwrite is zeroed. */
  PageList freshPages(int length) {
    int count = vm.pagesOf(0, length);
    VmObject object = vm.createObject(count);
    List<VmPage> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean whole = (long) (i + 1) * vm.pageBytes() <= length;
      VmPage page = whole ? vm.allocate(object, i) : vm.allocateZeroed(object, i);
      vm.hold(page);
      pages.add(page);
    }
    return new PageList(object, pages, 0, length, PageList.UNMAPPED);
  }

  /** Shows listed pages at addresses of the kernel's own. */
  PageList mapIntoKernel(PageList list) {
    int mapping = kernelMappings.map(list.pages());
    return new PageList(list.object(), list.pages(), list.firstByte(), list.length(), mapping);
  }

  /** Detaches the object behind listed pages, to be handed up. */
  MapCopy detach(PageList list) {
    vm.reference(list.object());
    vm.entryMade();
    VmMapCopy.Part part = new VmMapCopy.Part(list.object(), 0, list.object().pageCount(), false);
    return new MapCopy(new VmMapCopy(List.of(part), list.firstByte(), list.length()));
  }

  /** Lets listed pages go, and the mapping that showed them. */
  void unlist(PageList list) {
    if (list.mapping() != PageList.UNMAPPED) {
      kernelMappings.unmap(list.mapping(), list.pages().size());
    }
    list.pages().forEach(vm::unhold);
    vm.release(list.object());
  }

  int mappedPages() {
    return kernelMappings.mappedPages();
  }
}
