package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.MapCopy;
import org.portbench.strategies.kernel.ipc.Payload.ObjectRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapCopy;
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

  /** Names the objects behind a task's addresses: a range for each map entry. */
  ObjectRanges refer(AddressRanges held, Access rights) {
    VmMap map = held.map();
    for (ByteRange range : held.present()) {
      map.checkAccess(firstPage(range), map.pagesOf(range.address(), range.length()), rights);
    }
    List<ObjectRange> ranges = new ArrayList<>();
    AllOrNothing.run(
        () -> held.present().forEach(range -> name(map, range, rights, ranges)),
        () -> drop(ranges));
    return new ObjectRanges(ranges, List.of());
  }

  private void name(VmMap map, ByteRange range, Access rights, List<ObjectRange> ranges) {
    meter.perform(Primitive.MAP_LOOKUP);
    for (VmMapEntry entry :
        map.lookup(firstPage(range), map.pagesOf(range.address(), range.length()))) {
      ranges.add(name(map, entry, range, rights));
    }
  }

  void drop(List<ObjectRange> ranges) {
    ranges.forEach(range -> vm.release(range.object()));
  }

  private long firstPage(ByteRange range) {
    return range.address() / vm.pageBytes();
  }

  private ObjectRange name(VmMap map, VmMapEntry entry, ByteRange range, Access rights) {
    long from = Math.max(range.address(), entry.startPage() * vm.pageBytes());
    long end = Math.min(range.address() + range.length(), entry.endPage() * vm.pageBytes());
    settle(map, entry, from, end);
    vm.reference(entry.object());
    entry.object().name();
    long page = from / vm.pageBytes();
    long offset = (long) entry.objectPage(page) * vm.pageBytes() + from % vm.pageBytes();
    return new ObjectRange(entry.object(), offset, Math.toIntExact(end - from), rights);
  }

  /** Memory that is still shared by copy-on-write gets pages of its own before it is named. */
  private void settle(VmMap map, VmMapEntry entry, long from, long end) {
    if (!entry.needsCopy() && !entry.object().shadow()) {
      return;
    }
    Access access = entry.writable() ? Access.WRITE : Access.READ;
    for (long page = from / vm.pageBytes(); page * vm.pageBytes() < end; page++) {
      faults.resident(map, page, access);
    }
  }

  /** The object behind an entry, with all that the entry shows. */
  VmObject own(VmMap map, VmMapEntry entry) {
    settle(map, entry, entry.startPage() * vm.pageBytes(), entry.endPage() * vm.pageBytes());
    return entry.object();
  }

  /** Shows what a reference names, which the map gets one of its own to. */
  ByteRange show(VmMap map, ObjectRange range, Access rights) {
    vm.reference(range.object());
    return AllOrNothing.of(() -> enter(map, range, rights), () -> vm.release(range.object()));
  }

  /** Undoes what showed some ranges, with the references that the map has. */
  static void hide(VmMap map, List<ByteRange> shown) {
    shown.forEach(range -> map.removeBytes(range.address(), range.length()));
  }

  /** Shows what a reference names; the map takes the reference over, unless it fails. */
  ByteRange enter(VmMap map, ObjectRange range, Access rights) {
    int firstPage = (int) (range.offset() / vm.pageBytes());
    int firstByte = (int) (range.offset() % vm.pageBytes());
    int pages = vm.pagesOf(firstByte, range.length());
    long page = map.enter(range.object(), firstPage, pages, rights == Access.WRITE);
    return new ByteRange(page * vm.pageBytes() + firstByte, range.length());
  }

  /** References that are in the kernel already, for one more message. */
  ObjectRanges refer(ObjectRanges held) {
    held.ranges().forEach(range -> vm.reference(range.object()));
    return new ObjectRanges(held.ranges(), List.of());
  }

  /** What a detached copy stands for, by reference: to be read only where others see it too. */
  ObjectRanges refer(MapCopy held) {
    return refer(look(held));
  }

  /** The same for a look; it has no references of its own. */
  ObjectRanges look(MapCopy held) {
    List<ObjectRange> ranges = new ArrayList<>();
    held.copies().forEach(copy -> ranges.addAll(rangesOf(copy, vm.pageBytes())));
    return new ObjectRanges(ranges, List.of());
  }

  static List<ObjectRange> rangesOf(VmMapCopy copy, int pageBytes) {
    List<ObjectRange> ranges = new ArrayList<>();
    int skip = copy.firstByte();
    int left = copy.length();
    for (VmMapEntry part : copy.parts()) {
      int run = Math.min(left, part.pages() * pageBytes - skip);
      long from = (long) part.offset() * pageBytes + skip;
      Access rights = part.needsCopy() ? Access.READ : Access.WRITE;
      ranges.add(new ObjectRange(part.object(), from, run, rights));
      left -= run;
      skip = 0;
    }
    return ranges;
  }

  /** Takes references out of a task by its handles. */
  ObjectRanges fromHandles(Task task, ObjectRanges held) {
    List<ObjectRange> ranges = new ArrayList<>();
    AllOrNothing.run(
        () -> {
          for (int i = 0; i < held.ranges().size(); i++) {
            meter.perform(Primitive.HANDLE_LOOKUP);
            VmObject object = task.lookupHandle(held.handles().get(i));
            vm.reference(object);
            ranges.add(held.ranges().get(i));
          }
        },
        () -> drop(ranges));
    return new ObjectRanges(ranges, List.of());
  }

  /** Gives references that travelled to a task, which gets handles for them. */
  ObjectRanges toHandles(Task task, ObjectRanges inTransit) {
    List<VmObject> objects = inTransit.ranges().stream().map(ObjectRange::object).toList();
    return new ObjectRanges(inTransit.ranges(), task.insertHandles(objects, meter));
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
