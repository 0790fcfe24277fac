package org.portbench.strategies.kernel.vm;

/** A run of a map's pages that shows a run of an object's. */
public final class VmMapEntry {
  private final long startPage;
  private final int pages;
  private final boolean writable;
  private VmObject object;
  private int offset;
  private boolean needsCopy;

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

  /** Whether the first write has to go to an object of the entry's own. */
  public boolean needsCopy() {
    return needsCopy;
  }

  /** A virtual copy was made: from now on both sides see what is there and write elsewhere. */
  void copied() {
    needsCopy = true;
  }

  /** Shows an object of the entry's own: a shadow of what it showed, from its first page on. */
  void writesTo(VmObject own) {
    if (own != object) {
      object = own;
      offset = 0;
    }
    needsCopy = false;
  }

  public long startPage() {
    return startPage;
  }

  int pages() {
    return pages;
  }

  public boolean writable() {
    return writable;
  }

  public long endPage() {
    return startPage + pages;
  }

  /** The same view, of the pages from one to another. */
  VmMapEntry part(long from, long to) {
    return new VmMapEntry(
        from, Math.toIntExact(to - from), object, objectPage(from), writable, needsCopy);
  }

  /** The same view from another page of the map on. */
  VmMapEntry at(long page) {
    return new VmMapEntry(page, pages, object, offset, writable, needsCopy);
  }

  /** What travels when the entry is copied or moved. */
  VmMapCopy.Part detached() {
    return new VmMapCopy.Part(object, offset, pages, needsCopy);
  }
}
