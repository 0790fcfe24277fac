package org.portbench.strategies.kernel.vm;

/**
 * A run of a map's pages that shows a run of an object's. On its way from one map to another, in a
 * {@link VmMapCopy}, it has no pages of a map.
 */
public final class VmMapEntry {
  private long startPage;
  private int pages;
  private boolean writable;
  private VmObject object;
  private int offset;
  private boolean needsCopy;

  /** Says all that an entry is, of one that is used for the first time or again. */
  VmMapEntry show(VmObject shown, int firstPage, int pageCount, boolean copyFirst) {
    object = shown;
    offset = firstPage;
    pages = pageCount;
    needsCopy = copyFirst;
    return linkedAt(0, true);
  }

  /** Says where in a map it is, and what may be done there. */
  VmMapEntry linkedAt(long page, boolean mayWrite) {
    startPage = page;
    writable = mayWrite;
    return this;
  }

  public VmObject object() {
    return object;
  }

  /** Page of the object that is the first shown. */
  public int offset() {
    return offset;
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

  public int pages() {
    return pages;
  }

  public boolean writable() {
    return writable;
  }

  public long endPage() {
    return startPage + pages;
  }

  /** Shows only so many of its pages, from one on. */
  void keep(int firstPage, int pageCount) {
    offset += firstPage;
    pages = pageCount;
  }
}
