package org.portbench.strategies.kernel.vm;

import java.util.ArrayList;
import java.util.List;

/**
 * Map entries on their way from one map to another, detached from both: Mach 3's entry-list form.
 * Each has a reference to its object.
 */
public final class VmMapCopy {
  private final List<VmMapEntry> parts = new ArrayList<>();
  private int firstByte;
  private int length;
  private boolean buffer;
  private boolean ended = true;

  /** What is going to travel, of one that is used for the first time or again. */
  VmMapCopy of(int newFirstByte, int newLength, boolean newBuffer) {
    firstByte = newFirstByte;
    length = newLength;
    buffer = newBuffer;
    ended = false;
    return this;
  }

  /** What it had is elsewhere, or gone. */
  void end() {
    if (ended) {
      throw new IllegalStateException("a map copy of " + length + " bytes has ended already");
    }
    ended = true;
    parts.clear();
  }

  public List<VmMapEntry> parts() {
    return parts;
  }

  /** Offset of the first byte in the first page. */
  public int firstByte() {
    return firstByte;
  }

  /** Bytes. */
  public int length() {
    return length;
  }

  /** No entries of a map: the bytes were copied into an object of the kernel's own. */
  public boolean buffer() {
    return buffer;
  }

  public int pages() {
    int pages = 0;
    for (int i = 0; i < parts.size(); i++) {
      pages += parts.get(i).pages();
    }
    return pages;
  }
}
