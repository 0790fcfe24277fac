package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmPage;

/** Pages in the kernel's hands, kept in place while listed. */
public final class PageList implements Payload {
  public static final int UNMAPPED = -1;

  private final List<VmObject> objects = new ArrayList<>();
  private VmPage[] pages = new VmPage[8];
  private int[] offsets = new int[8];
  private int[] lengths = new int[8];
  private int count;
  private int length;
  private int mapping;
  private int rangeCount;
  private boolean ended = true;

  /**
   * Used for the first time or again: empty, and shown nowhere.
   *
   * @param ranges how many ranges its pages are going to be listed from
   */
  public PageList begin(int ranges) {
    rangeCount = ranges;
    mapping = UNMAPPED;
    ended = false;
    return this;
  }

  /** Lists some bytes of one more page. */
  public void add(VmPage page, int offset, int bytes) {
    if (count == pages.length) {
      pages = Arrays.copyOf(pages, 2 * count);
      offsets = Arrays.copyOf(offsets, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    pages[count] = page;
    offsets[count] = offset;
    lengths[count] = bytes;
    count++;
    length += bytes;
  }

  /** Whose pages they are; the list has a reference to each. */
  public List<VmObject> objects() {
    return objects;
  }

  /** How many pages are listed. */
  public int count() {
    return count;
  }

  /** The pages, so many of them as {@link #count} says. */
  public VmPage[] pages() {
    return pages;
  }

  public int offset(int i) {
    return offsets[i];
  }

  public int length(int i) {
    return lengths[i];
  }

  /** First page of the kernel mapping that shows them, or {@link #UNMAPPED}. */
  public int mapping() {
    return mapping;
  }

  public void mappedAt(int firstPage) {
    mapping = firstPage;
  }

  /** Nothing is listed any more. */
  public void end() {
    if (ended) {
      throw new IllegalStateException("a page list was given back twice");
    }
    ended = true;
    Arrays.fill(pages, 0, count, null);
    objects.clear();
    count = 0;
    length = 0;
  }

  @Override
  public int length() {
    return length;
  }

  /** How many ranges they were listed from. */
  @Override
  public int rangeCount() {
    return rangeCount;
  }
}
