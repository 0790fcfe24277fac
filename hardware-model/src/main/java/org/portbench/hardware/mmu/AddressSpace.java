package org.portbench.hardware.mmu;

/**
 * A page table and the tag by which TLBs know its entries. The kernel's own is global: every CPU
 * has it loaded, always.
 */
public final class AddressSpace {
  public static final int KERNEL_TAG = 0;

  private final int tag;
  private final String name;
  private final PageTable pageTable = new PageTable();

  public AddressSpace(int tag, String name) {
    this.tag = tag;
    this.name = name;
  }

  public int tag() {
    return tag;
  }

  public boolean global() {
    return tag == KERNEL_TAG;
  }

  public PageTable pageTable() {
    return pageTable;
  }

  @Override
  public String toString() {
    return name;
  }
}
