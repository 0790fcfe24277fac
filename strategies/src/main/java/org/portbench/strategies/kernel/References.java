package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
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
  private final Zone<ObjectRanges> payloads = new Zone<>(ObjectRanges::new);
  private final Zone<ObjectRange> ranges = new Zone<>(ObjectRange::new);

  References(VmSystem vm, PageFaults faults) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.faults = faults;
  }

  /** Names the objects behind a task's addresses: a range for each map entry. */
  ObjectRanges refer(AddressRanges held, Access rights) {
    VmMap map = held.map();
    IoVec iovec = held.present();
    for (int i = 0; i < iovec.count(); i++) {
      map.checkAccess(firstPage(iovec, i), map.pagesOf(iovec.address(i), iovec.length(i)), rights);
    }
    ObjectRanges named = payloads.take().begin();
    try {
      for (int i = 0; i < iovec.count(); i++) {
        meter.perform(Primitive.MAP_LOOKUP);
        name(map, iovec.address(i), iovec.length(i), rights, named);
      }
    } catch (RuntimeException e) {
      drop(named.ranges());
      throw e;
    }
    return named;
  }

  private void name(VmMap map, long address, int length, Access rights, ObjectRanges named) {
    long page = address / vm.pageBytes();
    long end = page + map.pagesOf(address, length);
    while (page < end) {
      VmMapEntry entry = map.lookup(page);
      add(named, name(map, entry, address, length, rights));
      page = entry.endPage();
    }
  }

  private void add(ObjectRanges named, ObjectRange range) {
    range.keep();
    named.add(range);
  }

  void drop(List<ObjectRange> named) {
    named.forEach(range -> vm.release(range.object()));
  }

  private long firstPage(IoVec iovec, int range) {
    return iovec.address(range) / vm.pageBytes();
  }

  private ObjectRange name(VmMap map, VmMapEntry entry, long address, int length, Access rights) {
    long from = Math.max(address, entry.startPage() * vm.pageBytes());
    long end = Math.min(address + length, entry.endPage() * vm.pageBytes());
    settle(map, entry, from, end);
    vm.reference(entry.object());
    entry.object().name();
    long page = from / vm.pageBytes();
    long offset = (long) entry.objectPage(page) * vm.pageBytes() + from % vm.pageBytes();
    return ranges.take().refer(entry.object(), offset, Math.toIntExact(end - from), rights);
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
    ObjectRanges more = payloads.take().begin();
    for (int i = 0; i < held.rangeCount(); i++) {
      vm.reference(held.range(i).object());
      add(more, held.range(i));
    }
    return more;
  }

  /** What a detached copy stands for, by reference: to be read only where others see it too. */
  ObjectRanges refer(MapCopy held) {
    return refer(look(held));
  }

  /** The same for a look; it has no references of its own. */
  ObjectRanges look(MapCopy held) {
    ObjectRanges looked = new ObjectRanges();
    held.copies().forEach(copy -> rangesOf(copy, vm.pageBytes()).forEach(looked::add));
    return looked;
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
    ObjectRanges taken = payloads.take().begin();
    try {
      for (int i = 0; i < held.rangeCount(); i++) {
        meter.perform(Primitive.HANDLE_LOOKUP);
        vm.reference(task.lookupHandle(held.handle(i)));
        add(taken, held.range(i));
      }
    } catch (RuntimeException e) {
      drop(taken.ranges());
      throw e;
    }
    return taken;
  }

  /** Gives references that travelled to a task, which gets handles for them, all or none. */
  ObjectRanges toHandles(Task task, ObjectRanges inTransit) {
    int named = 0;
    try {
      while (named < inTransit.rangeCount()) {
        meter.perform(Primitive.HANDLE_INSERT);
        inTransit.name(named, task.insertHandle(inTransit.range(named).object()));
        named++;
      }
    } catch (RuntimeException e) {
      while (--named >= 0) {
        task.removeHandle(inTransit.handle(named));
        inTransit.unname(named);
      }
      throw e;
    }
    return inTransit;
  }

  /** Drops references, and the holder's handles for them. */
  void giveBack(Domain holder, ObjectRanges held) {
    for (int i = 0; i < held.rangeCount(); i++) {
      if (holder instanceof Domain.InTask(Task task) && held.named(i)) {
        meter.perform(Primitive.HANDLE_LOOKUP);
        task.removeHandle(held.handle(i));
      }
      vm.release(held.range(i).object());
    }
    end(held);
  }

  /** Nobody has the payload any more; each of its ranges others may still have. */
  private void end(ObjectRanges held) {
    for (int i = 0; i < held.rangeCount(); i++) {
      if (held.range(i).letGo()) {
        ranges.giveBack(held.range(i));
      }
    }
    if (held.end()) {
      payloads.giveBack(held);
    }
  }
}
