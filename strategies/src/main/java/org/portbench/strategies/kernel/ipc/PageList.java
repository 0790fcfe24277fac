package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.memory.Pieces;
import org.portbench.strategies.kernel.vm.VmObject;

/** Pages in the kernel's hands, kept in place while listed. */
public final class PageList implements Payload {
  public static final int UNMAPPED = -1;

  private final List<VmObject> objects = new ArrayList<>();
  private final Pieces pieces;
  private int mapping;
  private int rangeCount;
  private boolean ended = true;

  public PageList(PhysicalMemory memory) {
    this.pieces = new Pieces(memory);
  }

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

  /** The pages, and which bytes of each are listed. */
  public Pieces pieces() {
    return pieces;
  }

  /** Whose pages they are; the list has a reference to each. */
  public List<VmObject> objects() {
    return objects;
  }

  /** How many pages are listed. */
  public int count() {
    return pieces.count();
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
    pieces.clear();
    objects.clear();
  }

  @Override
  public int length() {
    return pieces.bytes();
  }

  /** How many ranges they were listed from. */
  @Override
  public int rangeCount() {
    return rangeCount;
  }
}
