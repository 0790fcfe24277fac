package org.portbench.strategies.kernel.vm;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;

/**
 * Copying memory from map to map without copying bytes: Mach 3.0's {@code vm_map_copyin} and {@code
 * vm_map_copyout} in their entry-list form.
 */
public final class VirtualCopies {
  private final VmSystem vm;
  private final Meter meter;

  public VirtualCopies(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
  }

  /**
   * A copy that shares pages until one side writes: both sides' entries need a copy from now on,
   * and what the source could write it no longer can. Sending the same memory again finds that
   * done.
   */
  public VmMapCopy copyIn(VmMap map, long address, int length) {
    meter.perform(Primitive.MAP_LOOKUP);
    List<VmMapCopy.Part> parts = new ArrayList<>();
    VmMapCopy copy = new VmMapCopy(parts, (int) (address % vm.pageBytes()), length);
    AllOrNothing.run(
        () -> {
          for (VmMapEntry entry : map.cut(address / vm.pageBytes(), map.pagesOf(address, length))) {
            parts.add(part(() -> snapshot(map, entry)));
          }
        },
        () -> discard(copy));
    return copy;
  }

  private VmMapCopy.Part snapshot(VmMap map, VmMapEntry entry) {
    return entry.object().named() ? copiedAtOnce(entry) : sharedUntilWritten(map, entry);
  }

  /** What will be an entry is allocated first. */
  private VmMapCopy.Part part(Supplier<VmMapCopy.Part> content) {
    vm.entryMade();
    return AllOrNothing.of(content, vm::entryGone);
  }

  private VmMapCopy.Part sharedUntilWritten(VmMap map, VmMapEntry entry) {
    vm.reference(entry.object());
    if (!entry.needsCopy()) {
      entry.copied();
      map.protect(entry);
    }
    return entry.detached();
  }

  /**
   * Others write to the object without this map's knowing: only a copy of the bytes is a snapshot.
   */
  private VmMapCopy.Part copiedAtOnce(VmMapEntry entry) {
    VmObject copy = vm.createObject(entry.pages());
    AllOrNothing.run(
        () -> {
          for (int i = 0; i < entry.pages(); i++) {
            int index = entry.objectPage(entry.startPage() + i);
            vm.copy(vm.page(entry.object(), index, Access.READ), copy, i);
          }
        },
        () -> vm.release(copy));
    return new VmMapCopy.Part(copy, 0, entry.pages(), false);
  }

  /** A copy whose source goes: the references move, whole pages leave the map. */
  public VmMapCopy moveIn(VmMap map, long address, int length) {
    VmMapCopy copy = readyToMove(map, address, length);
    moved(map, address, copy);
    return copy;
  }

  /** Prepares such a copy, whose source is still there: {@link #moved} ends that. */
  public VmMapCopy readyToMove(VmMap map, long address, int length) {
    List<VmMapCopy.Part> parts = new ArrayList<>();
    VmMapCopy copy = new VmMapCopy(parts, (int) (address % vm.pageBytes()), length);
    AllOrNothing.run(
        () -> {
          for (VmMapEntry entry :
              map.ready(address / vm.pageBytes(), map.pagesOf(address, length))) {
            parts.add(part(() -> toMove(entry)));
          }
        },
        () -> discard(copy));
    return copy;
  }

  private VmMapCopy.Part toMove(VmMapEntry entry) {
    if (entry.object().named()) {
      return copiedAtOnce(entry);
    }
    entry.object().retain();
    return entry.detached();
  }

  /** The source of a copy that was prepared goes; nothing of that can be refused. */
  public void moved(VmMap map, long address, VmMapCopy copy) {
    int pages = map.pagesOf(address, copy.length());
    List<VmMapEntry> gone = map.takeOut(address / vm.pageBytes(), pages);
    for (int i = 0; i < gone.size(); i++) {
      vm.entryGone();
      VmObject object = gone.get(i).object();
      if (copy.parts().get(i).object() == object) {
        object.drop();
      } else {
        vm.release(object);
      }
    }
  }

  /** Links a copy into a map; no translation is written. Returns the address of its first byte. */
  public long copyOut(VmMapCopy copy, VmMap map) {
    return map.link(copy) * vm.pageBytes() + copy.firstByte();
  }

  /** Unlinks a copy again that nobody has used where it was linked. */
  public void takeBack(VmMapCopy copy, VmMap map, long address) {
    map.takeOut(address / vm.pageBytes(), copy.pages());
  }

  /** Pages of an object in the kernel's hands, to become a map's; takes over their reference. */
  public VmMapCopy ofObject(VmObject object, int firstByte, int length) {
    vm.entryMade();
    VmMapCopy.Part part = new VmMapCopy.Part(object, 0, object.pageCount(), false);
    return new VmMapCopy(List.of(part), firstByte, length);
  }

  /** A copy of part of an object that no map shows; its owner writes to it later as it likes. */
  public VmMapCopy ofSnapshot(VmObject object, long offset, int length) {
    vm.entryMade();
    int firstPage = Math.toIntExact(offset / vm.pageBytes());
    int firstByte = Math.toIntExact(offset % vm.pageBytes());
    VmObject snapshot = vm.snapshots().of(object);
    int pages = vm.pagesOf(firstByte, length);
    VmMapCopy.Part part = new VmMapCopy.Part(snapshot, firstPage, pages, true);
    return new VmMapCopy(List.of(part), firstByte, length);
  }

  /** Drops a copy that nobody will receive. */
  public void discard(VmMapCopy copy) {
    copy.parts().forEach(this::discard);
  }

  private void discard(VmMapCopy.Part part) {
    vm.entryGone();
    vm.release(part.object());
  }

  /** So many pages of a copy from one on; what lies wholly outside is dropped. */
  public List<VmMapCopy.Part> part(VmMapCopy copy, int firstPage, int pages) {
    List<VmMapCopy.Part> kept = new ArrayList<>();
    int skip = firstPage;
    int left = pages;
    for (VmMapCopy.Part part : copy.parts()) {
      int skipped = Math.min(skip, part.pages());
      int taken = Math.min(left, part.pages() - skipped);
      if (taken == 0) {
        discard(part);
      } else {
        int offset = part.offset() + skipped;
        kept.add(new VmMapCopy.Part(part.object(), offset, taken, part.needsCopy()));
      }
      skip -= skipped;
      left -= taken;
    }
    return kept;
  }
}
