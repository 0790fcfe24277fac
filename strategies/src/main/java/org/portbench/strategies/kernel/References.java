package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.ObjectRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/** Naming objects instead of moving their bytes or pages. */
final class References {
  private final VmSystem vm;
  private final Meter meter;
  private final PageFaults faults;

  References(VmSystem vm, PageFaults faults) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.faults = faults;
  }

  /** Names the objects behind a task's addresses. */
  ObjectRanges refer(AddressRanges held, Access rights) {
    List<ObjectRange> ranges = new ArrayList<>();
    for (ByteRange range : held.ranges().ranges()) {
      meter.perform(Primitive.MAP_LOOKUP);
      long page = range.address() / vm.pageBytes();
      VmMapEntry entry = held.map().lookup(page);
      if (entry.needsCopy() || entry.object().shadow()) {
        settle(held.map(), range, rights);
      }
      vm.reference(entry.object());
      long offset =
          (long) entry.objectPage(page) * vm.pageBytes() + range.address() % vm.pageBytes();
      ranges.add(new ObjectRange(entry.object(), offset, range.length(), rights));
    }
    return new ObjectRanges(ranges, List.of());
  }

  /** Memory that is still shared by copy-on-write gets pages of its own before it is named. */
  private void settle(VmMap map, ByteRange range, Access rights) {
    long first = range.address() / vm.pageBytes();
    for (int i = 0; i < map.pagesOf(range.address(), range.length()); i++) {
      faults.resident(map, first + i, rights == Access.WRITE ? Access.WRITE : Access.READ);
    }
  }

  /** References that are in the kernel already, for one more message. */
  ObjectRanges refer(ObjectRanges held) {
    held.ranges().forEach(range -> vm.reference(range.object()));
    return new ObjectRanges(held.ranges(), List.of());
  }

  /** Takes references out of a task by its handles. */
  ObjectRanges fromHandles(Task task, ObjectRanges held) {
    List<ObjectRange> ranges = new ArrayList<>();
    for (int i = 0; i < held.ranges().size(); i++) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      VmObject object = task.lookupHandle(held.handles().get(i));
      vm.reference(object);
      ranges.add(held.ranges().get(i));
    }
    return new ObjectRanges(ranges, List.of());
  }

  /** Gives references that travelled to a task, which gets handles for them. */
  ObjectRanges toHandles(Task task, ObjectRanges inTransit) {
    List<Integer> handles = new ArrayList<>();
    for (ObjectRange range : inTransit.ranges()) {
      meter.perform(Primitive.HANDLE_INSERT);
      handles.add(task.insertHandle(range.object()));
    }
    return new ObjectRanges(inTransit.ranges(), handles);
  }

  /** Drops references, and the holder's handles for them. */
  void giveBack(Domain holder, ObjectRanges held) {
    for (int i = 0; i < held.ranges().size(); i++) {
      if (holder instanceof Domain.InTask(Task task) && !held.handles().isEmpty()) {
        meter.perform(Primitive.HANDLE_LOOKUP);
        task.removeHandle(held.handles().get(i));
      }
      vm.release(held.ranges().get(i).object());
    }
  }
}
