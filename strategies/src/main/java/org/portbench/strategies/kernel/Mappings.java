package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Payload.MapCopy;
import org.portbench.strategies.kernel.vm.VirtualCopies;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapCopy;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/** Moving map entries between tasks and the kernel. */
final class Mappings {
  private final VmSystem vm;
  private final VirtualCopies copies;

  Mappings(VmSystem vm) {
    this.vm = vm;
    this.copies = new VirtualCopies(vm);
  }

  /** Detaches a copy of a task's memory: shared until written, or moved if it was only lent. */
  MapCopy mapIn(AddressRanges held) {
    boolean move = held.tenure() == Tenure.TEMPORARY;
    VmMap map = held.map();
    List<ByteRange> ranges = held.present();
    ranges.forEach(range -> mapped(map, range));
    List<VmMapCopy> detached = new ArrayList<>();
    for (ByteRange range : ranges) {
      detached.add(
          move
              ? copies.moveIn(map, range.address(), range.length())
              : copies.copyIn(map, range.address(), range.length()));
    }
    if (move) {
      held.leave();
    }
    return new MapCopy(detached);
  }

  /** A range that is not all there fails before anything has happened. */
  private void mapped(VmMap map, ByteRange range) {
    map.lookup(range.address() / vm.pageBytes(), map.pagesOf(range.address(), range.length()));
  }

  /** Links a detached copy into a task's map. */
  AddressRanges mapOut(MapCopy inTransit, Task task) {
    List<ByteRange> ranges = new ArrayList<>();
    for (VmMapCopy copy : inTransit.copies()) {
      ranges.add(new ByteRange(copies.copyOut(copy, task.map()), copy.length()));
    }
    return new AddressRanges(task.map(), new IoVec(ranges), Tenure.TEMPORARY);
  }

  /** The pages of an object that nobody else knows, to become a task's. */
  MapCopy ofObject(VmObject object, int length) {
    return new MapCopy(List.of(copies.ofObject(object, 0, length)));
  }

  void discard(MapCopy copy) {
    copy.copies().forEach(copies::discard);
  }
}
