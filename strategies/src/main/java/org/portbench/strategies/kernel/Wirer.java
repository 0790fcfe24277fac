package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapCopy;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Making payloads ready for a device: finds their pages and keeps them in place. What the payload
 * does not allow fails before anything is kept.
 */
final class Wirer {
  private final VmSystem vm;
  private final Meter meter;
  private final PageFaults faults;
  private final Zone<Wiring> wirings;

  Wirer(VmSystem vm, PageFaults faults) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.faults = faults;
    this.wirings = new Zone<>(() -> Wiring.empty(vm.machine().memory()));
  }

  /** Finds the frames of a payload and keeps them in place for a device. */
  Wiring wire(Payload payload, Access device) {
    Wiring wiring = wirings.take().clear();
    try {
      wire(payload, device, wiring);
    } catch (RuntimeException e) {
      unwire(wiring);
      throw e;
    }
    vm.machine().memory().flushForDma(payload.length());
    return wiring;
  }

  private void wire(Payload payload, Access device, Wiring wiring) {
    switch (payload) {
      case Nothing _ -> {}
      case AddressRanges held -> wireAddresses(held, device, wiring);
      case ObjectRanges ranges -> wireObjects(ranges, true, device, wiring);
      case FileRanges files -> wireObjects(files.named(), true, device, wiring);
      case EntryRanges entries -> wireObjects(entries.named(), true, device, wiring);
      case TaskRanges named -> wireAddresses(named.present(), device, wiring);
      case RegisteredRange pinned -> wireObjects(pinned.named(), false, device, wiring);
      case PathBuffers pinned -> wireBuffers(pinned, device, wiring);
      case InlineBytes bytes -> {
        boolean hold = !bytes.buffer().pinned();
        wireObject(bytes.buffer().object(), 0, bytes.length(), hold, device, wiring);
      }
      case PageList list -> wiring.pieces().addPart(list.pieces(), 0, list.length());
      case MapCopy copy -> wireCopies(copy, device, wiring);
    }
  }

  void unwire(Wiring wiring) {
    if (wiring.holds) {
      vm.unholdAll(wiring.pieces().frames(), wiring.pieces().count());
    }
    wirings.giveBack(wiring);
  }

  private void wireAddresses(AddressRanges held, Access device, Wiring wiring) {
    VmMap map = held.map();
    IoVec ranges = held.present();
    for (int i = 0; i < ranges.count(); i++) {
      long first = ranges.address(i) / vm.pageBytes();
      map.checkAccess(first, map.pagesOf(ranges.address(i), ranges.length(i)), device);
    }
    wiring.holds = true;
    for (int i = 0; i < ranges.count(); i++) {
      meter.perform(Primitive.MAP_LOOKUP);
      long end = ranges.address(i) + ranges.length(i);
      for (long at = ranges.address(i); at < end; ) {
        int offset = (int) (at % vm.pageBytes());
        int run = (int) Math.min(vm.pageBytes() - offset, end - at);
        int page = faults.resident(map, at / vm.pageBytes(), device);
        vm.hold(page);
        wiring.pieces().add(page, offset, run);
        at += run;
      }
    }
  }

  private void wireObjects(ObjectRanges ranges, boolean hold, Access device, Wiring wiring) {
    for (int i = 0; i < ranges.rangeCount(); i++) {
      ObjectRange range = ranges.range(i);
      if (!range.allows(device) || !range.within(vm.pageBytes())) {
        throw new AddressFault(
            "the reference to " + range.object() + " does not allow what the device will do");
      }
    }
    for (int i = 0; i < ranges.rangeCount(); i++) {
      ObjectRange range = ranges.range(i);
      wireObject(range.object(), range.offset(), range.length(), hold, device, wiring);
    }
  }

  private void wireBuffers(PathBuffers pinned, Access device, Wiring wiring) {
    for (int i = 0; i < pinned.rangeCount(); i++) {
      VmObject buffer = pinned.buffer(i).object();
      wireObject(buffer, pinned.offset(i), pinned.length(i), false, device, wiring);
    }
  }

  private void wireObject(
      VmObject object, long from, int length, boolean hold, Access device, Wiring wiring) {
    int index = Math.toIntExact(from / vm.pageBytes());
    int offset = (int) (from % vm.pageBytes());
    int pages = length == 0 ? 0 : vm.pagesOf(offset, length);
    wiring.holds = hold;
    if (!vm.lookedUp(object, index, pages, device)) {
      wiring.pieces().addEach(place -> held(object, place, hold, device), index, offset, length);
      return;
    }
    if (hold) {
      chargeHold(pages);
      vm.keepAll(object.pages(), index, pages);
    }
    wiring.pieces().addAll(object.pages(), index, offset, length);
  }

  private int held(VmObject object, int index, boolean hold, Access device) {
    int page = vm.page(object, index, device);
    if (hold) {
      chargeHold(1);
      vm.keep(page);
    }
    return page;
  }

  private void chargeHold(int pages) {
    meter.perform(Primitive.PAGE_HOLD, pages);
    meter.count(Counter.PAGES_PINNED, pages);
  }

  private void wireCopies(MapCopy held, Access device, Wiring wiring) {
    for (VmMapCopy copy : held.copies()) {
      boolean seenByOthers = copy.parts().stream().anyMatch(VmMapEntry::needsCopy);
      if (device == Access.WRITE && seenByOthers) {
        throw new AddressFault("a virtual copy that others see too is not for a device to write");
      }
    }
    for (VmMapCopy copy : held.copies()) {
      wireCopy(copy, device, wiring);
    }
  }

  private void wireCopy(VmMapCopy copy, Access device, Wiring wiring) {
    int skip = copy.firstByte();
    int left = copy.length();
    for (VmMapEntry part : copy.parts()) {
      long from = (long) part.offset() * vm.pageBytes() + skip;
      int run = Math.min(left, part.pages() * vm.pageBytes() - skip);
      wireObject(part.object(), from, run, true, device, wiring);
      left -= run;
      skip = 0;
    }
  }
}
