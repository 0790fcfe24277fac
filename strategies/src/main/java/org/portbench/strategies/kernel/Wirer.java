package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.InlineBytes;
import org.portbench.strategies.kernel.ipc.Payload.MapCopy;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.Payload.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload.PageList;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmMapCopy;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmPage;
import org.portbench.strategies.kernel.vm.VmSystem;

/** Making payloads ready for a device. */
final class Wirer {
  private final VmSystem vm;
  private final Meter meter;
  private final PageFaults faults;

  Wirer(VmSystem vm, PageFaults faults) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.faults = faults;
  }

  /** Finds the frames of a payload and keeps them in place for a device. */
  Wiring wire(Payload payload, Access deviceAccess) {
    Wiring wiring = Wiring.empty();
    switch (payload) {
      case Nothing _ -> {}
      case AddressRanges held -> wireAddresses(held, deviceAccess, wiring);
      case ObjectRanges ranges -> wireObjects(ranges, deviceAccess, wiring);
      case InlineBytes bytes ->
          wireObject(bytes.buffer().object(), 0, bytes.length(), !bytes.buffer().pinned(), wiring);
      case PageList list -> wireListed(list, wiring);
      case MapCopy copy -> wireCopy(copy.copy(), wiring);
    }
    vm.machine().memory().flushForDma(payload.length());
    return wiring;
  }

  void unwire(Wiring wiring) {
    wiring.held().forEach(vm::unhold);
  }

  private void wireAddresses(AddressRanges held, Access deviceAccess, Wiring wiring) {
    for (ByteRange range : held.ranges().ranges()) {
      meter.perform(Primitive.MAP_LOOKUP);
      for (long at = range.address(); at < range.address() + range.length(); ) {
        int offset = (int) (at % vm.pageBytes());
        int run = (int) Math.min(vm.pageBytes() - offset, range.address() + range.length() - at);
        VmPage page = faults.resident(held.map(), at / vm.pageBytes(), deviceAccess);
        vm.hold(page);
        wiring.held().add(page);
        wiring.add(page, offset, run);
        at += run;
      }
    }
  }

  private void wireObjects(ObjectRanges ranges, Access deviceAccess, Wiring wiring) {
    for (ObjectRange range : ranges.ranges()) {
      long end = Math.addExact(range.offset(), range.length());
      if (!range.allows(deviceAccess) || end > (long) range.object().pageCount() * vm.pageBytes()) {
        throw new AddressFault(
            "the reference to " + range.object() + " does not allow what the device will do");
      }
      wireObject(range.object(), range.offset(), range.length(), true, wiring);
    }
  }

  private void wireObject(VmObject object, long from, int length, boolean hold, Wiring wiring) {
    for (long at = from; at < from + length; ) {
      int offset = (int) (at % vm.pageBytes());
      int run = (int) Math.min(vm.pageBytes() - offset, from + length - at);
      VmPage page = vm.pageForDevice(object, (int) (at / vm.pageBytes()));
      if (hold) {
        vm.hold(page);
        wiring.held().add(page);
      }
      wiring.add(page, offset, run);
      at += run;
    }
  }

  private void wireListed(PageList list, Wiring wiring) {
    int end = list.firstByte() + list.length();
    for (int at = list.firstByte(); at < end; ) {
      int offset = at % vm.pageBytes();
      int run = Math.min(vm.pageBytes() - offset, end - at);
      wiring.add(list.pages().get(at / vm.pageBytes()), offset, run);
      at += run;
    }
  }

  private void wireCopy(VmMapCopy copy, Wiring wiring) {
    int skip = copy.firstByte();
    int left = copy.length();
    for (VmMapCopy.Part part : copy.parts()) {
      long from = (long) part.offset() * vm.pageBytes() + skip;
      int run = Math.min(left, part.pages() * vm.pageBytes() - skip);
      wireObject(part.object(), from, run, true, wiring);
      left -= run;
      skip = 0;
    }
  }
}
