package org.portbench.strategies.kernel.vm;

import java.util.List;

/**
 * Map entries on their way from one map to another, detached from both: Mach 3's entry-list form.
 * Each part owns a reference to its object.
 *
 * @param firstByte offset of the first byte in the first page
 * @param length bytes
 * @param buffer no entries: the bytes were copied into an object of the kernel's own
 */
public record VmMapCopy(List<Part> parts, int firstByte, int length, boolean buffer) {

  public VmMapCopy(List<Part> parts, int firstByte, int length) {
    this(parts, firstByte, length, false);
  }

  /**
   * A run of an object's pages.
   *
   * @param needsCopy others see these pages too: who writes gets a shadow
   */
  public record Part(VmObject object, int offset, int pages, boolean needsCopy) {}

  public int pages() {
    return parts.stream().mapToInt(Part::pages).sum();
  }
}
