package org.portbench.strategies.kernel.vm;

import java.util.ArrayList;
import java.util.List;
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
    for (VmMapEntry entry : map.cut(address / vm.pageBytes(), map.pagesOf(address, length))) {
      vm.entryMade();
      parts.add(entry.object().named() ? copiedAtOnce(entry) : sharedUntilWritten(map, entry));
    }
    return copy(parts, address, length);
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
    for (int i = 0; i < entry.pages(); i++) {
      int index = entry.objectPage(entry.startPage() + i);
      vm.copy(vm.page(entry.object(), index, Access.READ), copy, i);
    }
    return new VmMapCopy.Part(copy, 0, entry.pages(), false);
  }

  /** A copy whose source goes: the references move, whole pages leave the map. */
  public VmMapCopy moveIn(VmMap map, long address, int length) {
    List<VmMapCopy.Part> parts = new ArrayList<>();
    for (VmMapEntry entry : map.detach(address / vm.pageBytes(), map.pagesOf(address, length))) {
      vm.entryMade();
      VmMapCopy.Part part = entry.object().named() ? copiedAtOnce(entry) : entry.detached();
      parts.add(part);
      if (part.object() != entry.object()) {
        vm.release(entry.object());
      }
      vm.entryGone();
    }
    return copy(parts, address, length);
  }

  /** Links a copy into a map; no translation is written. Returns the address of its first byte. */
  public long copyOut(VmMapCopy copy, VmMap map) {
    long start = map.allocate(copy.pages());
    map.link(start, copy.parts());
    return start * vm.pageBytes() + copy.firstByte();
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

  private VmMapCopy copy(List<VmMapCopy.Part> parts, long address, int length) {
    return new VmMapCopy(parts, (int) (address % vm.pageBytes()), length);
  }
}
