package org.portbench.strategies.kernel.vm;

/**
 * Copying memory from map to map without copying bytes: Mach 3.0's {@code vm_map_copyin} and {@code
 * vm_map_copyout} in their entry-list form. A copy ends when it is discarded, or with {@link #left}
 * when a map shows all that it had; then it is used again.
 */
public final class VirtualCopies {
  private final VmSystem vm;

  public VirtualCopies(VmSystem vm) {
    this.vm = vm;
  }

  /**
   * A copy that shares pages until one side writes: both sides' entries need a copy from now on,
   * and what the source could write it no longer can. Sending the same memory again finds that
   * done.
   */
  public VmMapCopy copyIn(VmMap map, long address, int length) {
    return copyOf(map, address, length, true);
  }

  /** A copy whose source goes: the references move, whole pages leave the map. */
  public VmMapCopy moveIn(VmMap map, long address, int length) {
    VmMapCopy copy = readyToMove(map, address, length);
    moved(map, address, copy);
    return copy;
  }

  /** Prepares such a copy, whose source is still there: {@link #moved} ends that. */
  public VmMapCopy readyToMove(VmMap map, long address, int length) {
    return copyOf(map, address, length, false);
  }

  private VmMapCopy copyOf(VmMap map, long address, int length, boolean sourceStays) {
    long first = address / vm.pageBytes();
    int pages = map.pagesOf(address, length);
    map.ready(first, pages);
    VmMapCopy copy = begin((int) (address % vm.pageBytes()), length, false);
    try {
      VmMapEntry entry;
      for (long at = first; at < first + pages; at = entry.endPage()) {
        entry = map.lookup(at);
        addCopyOf(map, entry, copy, sourceStays);
      }
    } catch (RuntimeException refused) {
      discard(copy);
      throw refused;
    }
    return copy;
  }

  /** What will be an entry is allocated first. */
  private void addCopyOf(VmMap map, VmMapEntry entry, VmMapCopy copy, boolean sourceStays) {
    vm.entryMade();
    if (entry.object().named()) {
      addCopiedAtOnce(entry, copy);
    } else if (sourceStays) {
      addSharedUntilWritten(map, entry, copy);
    } else {
      entry.object().retain();
      add(copy, entry.object(), entry.offset(), entry.pages(), entry.needsCopy());
    }
  }

  private void addSharedUntilWritten(VmMap map, VmMapEntry entry, VmMapCopy copy) {
    vm.reference(entry.object());
    if (!entry.needsCopy()) {
      entry.copied();
      map.protect(entry);
    }
    add(copy, entry.object(), entry.offset(), entry.pages(), true);
  }

  /**
   * Others write to the object without this map's knowing: only a copy of the bytes is a snapshot.
   */
  private void addCopiedAtOnce(VmMapEntry entry, VmMapCopy copy) {
    try {
      add(copy, copiedAtOnce(entry), 0, entry.pages(), false);
    } catch (RuntimeException refused) {
      vm.entryGone();
      throw refused;
    }
  }

  private VmObject copiedAtOnce(VmMapEntry entry) {
    VmObject copy = vm.createObject(entry.pages());
    try {
      for (int i = 0; i < entry.pages(); i++) {
        vm.copy(vm.page(entry.object(), entry.offset() + i, Access.READ), copy, i);
      }
    } catch (RuntimeException refused) {
      vm.release(copy);
      throw refused;
    }
    return copy;
  }

  /** The source of a copy that was prepared goes; nothing of that can be refused. */
  public void moved(VmMap map, long address, VmMapCopy copy) {
    long first = address / vm.pageBytes();
    int pages = map.pagesOf(address, copy.length());
    map.withdraw(first, pages);
    long at = first;
    for (int i = 0; i < copy.parts().size(); i++) {
      VmMapEntry gone = map.lookup(at);
      at = gone.endPage();
      vm.entryGone();
      if (copy.parts().get(i).object() == gone.object()) {
        gone.object().drop();
      } else {
        vm.release(gone.object());
      }
      vm.zones().entries.giveBack(gone);
    }
    map.unlink(first, pages);
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
    VmMapCopy copy = begin(firstByte, length, false);
    add(copy, object, 0, object.pageCount(), false);
    return copy;
  }

  /** A copy of part of an object that no map shows; its owner writes to it later as it likes. */
  public VmMapCopy ofSnapshot(VmObject object, long offset, int length) {
    vm.entryMade();
    int firstPage = Math.toIntExact(offset / vm.pageBytes());
    int firstByte = Math.toIntExact(offset % vm.pageBytes());
    VmObject snapshot = vm.snapshots().of(object);
    VmMapCopy copy = begin(firstByte, length, false);
    add(copy, snapshot, firstPage, vm.pagesOf(firstByte, length), true);
    return copy;
  }

  /** Bytes that were copied into an object of the kernel's own; no map will show it. */
  public VmMapCopy ofBuffer(VmObject object, int length) {
    VmMapCopy copy = begin(0, length, true);
    add(copy, object, 0, object.pageCount(), false);
    return copy;
  }

  private VmMapCopy begin(int firstByte, int length, boolean buffer) {
    return vm.zones().copies.take().of(firstByte, length, buffer);
  }

  private void add(VmMapCopy copy, VmObject object, int offset, int pages, boolean needsCopy) {
    copy.parts().add(vm.zones().entries.take().show(object, offset, pages, needsCopy));
  }

  /** Drops a copy that nobody will receive. */
  public void discard(VmMapCopy copy) {
    for (int i = 0; i < copy.parts().size(); i++) {
      vm.drop(copy.parts().get(i));
    }
    left(copy);
  }

  /** The bytes are elsewhere now: the object that they were copied into goes. */
  public void discardBuffer(VmMapCopy copy) {
    VmMapEntry part = copy.parts().getFirst();
    vm.release(part.object());
    vm.zones().entries.giveBack(part);
    left(copy);
  }

  /** All that a copy had is in the map where it was linked. */
  public void left(VmMapCopy copy) {
    copy.end();
    vm.zones().copies.giveBack(copy);
  }

  /** So many pages of a copy stay in it, from one on; what lies wholly outside is dropped. */
  public void keep(VmMapCopy copy, int firstPage, int pages) {
    int skip = firstPage;
    int left = pages;
    int kept = 0;
    for (int i = 0; i < copy.parts().size(); i++) {
      VmMapEntry part = copy.parts().get(i);
      int skipped = Math.min(skip, part.pages());
      int taken = Math.min(left, part.pages() - skipped);
      skip -= skipped;
      left -= taken;
      if (taken == 0) {
        vm.drop(part);
      } else {
        part.keep(skipped, taken);
        copy.parts().set(kept++, part);
      }
    }
    copy.parts().subList(kept, copy.parts().size()).clear();
  }
}
