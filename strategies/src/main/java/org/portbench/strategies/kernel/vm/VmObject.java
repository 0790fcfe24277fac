package org.portbench.strategies.kernel.vm;

import java.util.Optional;

/**
 * What memory is: a run of pages, those that exist so far, behind a count of references. A shadow
 * holds the pages that were written since a copy; what it lacks it finds in the object behind it.
 * (Rashid et al., ASPLOS'87.)
 */
public final class VmObject {
  private final int id;
  private final VmPage[] pages;
  private VmObject backing;
  private int backingOffset;
  private int references = 1;
  private int resident;
  private boolean named;
  private int seals;
  private VmObject snapshot;
  private boolean ofFile;

  VmObject(int id, int pageCount) {
    this.id = id;
    this.pages = new VmPage[pageCount];
  }

  VmObject(int id, int pageCount, VmObject backing, int backingOffset) {
    this(id, pageCount);
    this.backing = backing;
    this.backingOffset = backingOffset;
  }

  public int pageCount() {
    return pages.length;
  }

  public int references() {
    return references;
  }

  public int resident() {
    return resident;
  }

  /** Whether there is an object behind this one. */
  public boolean shadow() {
    return backing != null;
  }

  public Optional<VmPage> page(int index) {
    return Optional.ofNullable(pages[index]);
  }

  boolean covers(int index) {
    return index >= 0 && index < pages.length;
  }

  /** How many objects lie behind this one. */
  public int chainLength() {
    int length = 0;
    for (VmObject object = backing; object != null; object = object.backing) {
      length++;
    }
    return length;
  }

  /**
   * Whether others may know it by name and write to it: then a snapshot of it can only be made by
   * copying its pages.
   */
  boolean named() {
    return named;
  }

  /** From now on it may be known by name. */
  public void name() {
    named = true;
  }

  /** Whether nobody may write to it now. */
  public boolean sealed() {
    return seals > 0;
  }

  /** Nobody writes to it until as many seals are broken; translations are the caller's concern. */
  public void seal() {
    seals++;
  }

  public void breakSeal() {
    if (seals == 0) {
      throw new IllegalStateException(this + " has no seal to break");
    }
    seals--;
  }

  /** What a file has in memory: a page that is absent is the file's, not full of zeroes. */
  public boolean ofFile() {
    return ofFile;
  }

  VmObject showsFile() {
    ofFile = true;
    return this;
  }

  /** The latest copy of the whole, which gets each page before this object writes to it. */
  Optional<VmObject> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  void snapshot(Optional<VmObject> latest) {
    snapshot = latest.orElse(null);
  }

  /** Whether the object behind has this one as its latest copy, and needs it where it is. */
  boolean isSnapshot() {
    return backing != null && backing.snapshot == this;
  }

  VmObject backing() {
    return backing;
  }

  int backingOffset() {
    return backingOffset;
  }

  void backedBy(VmObject newBacking, int offset) {
    backing = newBacking;
    backingOffset = newBacking == null ? 0 : offset;
  }

  void place(int index, VmPage page) {
    if (pages[index] != null) {
      throw new IllegalStateException(this + " has a page " + index + " already");
    }
    pages[index] = page;
    resident++;
  }

  VmPage displace(int index) {
    VmPage page = pages[index];
    pages[index] = null;
    resident--;
    return page;
  }

  void retain() {
    if (references == 0) {
      throw new IllegalStateException(this + " is gone");
    }
    references++;
  }

  int drop() {
    if (references == 0) {
      throw new IllegalStateException(this + " has no reference left to drop");
    }
    return --references;
  }

  @Override
  public String toString() {
    return "object " + id;
  }
}
