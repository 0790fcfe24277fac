package org.portbench.strategies.kernel.vm;

/** A run of a map's pages that shows a run of an object's. */
public final class VmMapEntry {
  final long startPage;
  final int pages;
  final int offset;
  final boolean writable;
  VmObject object;
  boolean needsCopy;

  VmMapEntry(
      long startPage, int pages, VmObject object, int offset, boolean writable, boolean needsCopy) {
    this.startPage = startPage;
    this.pages = pages;
    this.object = object;
    this.offset = offset;
    this.writable = writable;
    this.needsCopy = needsCopy;
  }

  public VmObject object() {
    return object;
  }

  /** Page of the object behind a page of the map. */
  public int objectPage(long page) {
    return Math.toIntExact(page - startPage) + offset;
  }

  public boolean needsCopy() {
    return needsCopy;
  }

  long endPage() {
    return startPage + pages;
  }
}
