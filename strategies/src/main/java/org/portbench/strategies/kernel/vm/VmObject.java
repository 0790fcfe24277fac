package org.portbench.strategies.kernel.vm;

import java.util.Arrays;

/**
 * What memory is: a run of pages, those that exist so far, behind a count of references. A page is
 * known by the number of the frame that it lies in. A shadow holds the pages that were written
 * since a copy; what it lacks it finds in the object behind it. (Rashid et al., ASPLOS'87.)
 */
public final class VmObject {
  private static final int NONE = -1;

  private int id;

  /** As many places as it has pages, or more where it was a larger object before. */
  private int[] pages = {};

  private int pageCount;
  private VmObject backing;
  private int backingOffset;
  private int end;
  private int references;
  private int resident;
  private boolean named;
  private int seals;
  private int loans;
  private VmObject snapshot;
  private boolean ofFile;

  /** Makes it an empty object, for the first time or again. */
  VmObject begin(int newId, int newPageCount) {
    if (references > 0 || resident > 0) {
      throw new IllegalStateException(this + " is in use");
    }
    id = newId;
    pageCount = newPageCount;
    if (pages.length < pageCount) {
      pages = new int[pageCount];
      Arrays.fill(pages, NONE);
    }
    backedBy(null, 0);
    end = pageCount;
    references = 1;
    return this;
  }

  /** Whether nobody can know any more that it ever was, once its last reference is gone. */
  boolean traceless() {
    return !named && !ofFile && seals == 0 && loans == 0 && snapshot == null;
  }

  public int pageCount() {
    return pageCount;
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

  /** The pages at its places, as many as {@link #pageCount} says; negative where there is none. */
  public int[] pages() {
    return pages;
  }

  /** Whether a page is there already. */
  public boolean has(int index) {
    return pages[index] != NONE;
  }

  /**
   * How many of so many pages, from one on, a look finds here at once: nothing behind is looked at,
   * nothing is made, and nothing is copied for what is going to be done.
   */
  public int there(int index, int count, Access access) {
    if (access == Access.WRITE && (hasSnapshot() || sealed())) {
      return 0;
    }
    int stop = Math.min(index + count, end);
    int next = index;
    while (next < stop && pages[next] != NONE) {
      next++;
    }
    return next - index;
  }

  /** A page that is there. */
  public int pageAt(int index) {
    if (pages[index] == NONE) {
      throw new IllegalStateException(this + " has no page " + index);
    }
    return pages[index];
  }

  boolean covers(int index) {
    return index >= 0 && index < end;
  }

  /** Pages from its first up to where it ends now: fewer than it had once it was truncated. */
  public int end() {
    return end;
  }

  void endAt(int newEnd) {
    end = Math.min(end, newEnd);
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

  /** Whether a request under way, or a device, refers to it for all to see. */
  public boolean lent() {
    return loans > 0;
  }

  public void lend() {
    loans++;
  }

  public void returned() {
    if (loans == 0) {
      throw new IllegalStateException(this + " was not lent");
    }
    loans--;
  }

  /** What a file has in memory: a page that is absent is the file's, not full of zeroes. */
  public boolean ofFile() {
    return ofFile;
  }

  VmObject showsFile() {
    ofFile = true;
    return this;
  }

  /** Whether there is a copy of the whole, which gets each page before this object writes to it. */
  boolean hasSnapshot() {
    return snapshot != null;
  }

  /** The latest of such copies. */
  VmObject snapshot() {
    return snapshot;
  }

  void snapshot(VmObject latest) {
    snapshot = latest;
  }

  void forgetSnapshot() {
    snapshot = null;
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

  void place(int index, int page) {
    if (pages[index] != NONE) {
      throw new IllegalStateException(this + " has a page " + index + " already");
    }
    pages[index] = page;
    resident++;
  }

  int displace(int index) {
    int page = pages[index];
    pages[index] = NONE;
    resident--;
    return page;
  }

  /** Takes over all pages of another object, which has as many places; this one has none. */
  void takeOver(VmObject other) {
    if (resident > 0 || pageCount != other.pageCount) {
      throw new IllegalStateException(this + " has no room for the pages of " + other);
    }
    int[] empty = pages;
    pages = other.pages;
    resident = other.resident;
    other.pages = empty;
    other.resident = 0;
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
