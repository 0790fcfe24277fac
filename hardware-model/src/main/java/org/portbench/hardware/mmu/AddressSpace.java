package org.portbench.hardware.mmu;

import java.util.BitSet;

/**
 * A page table, the tag by which TLBs know its entries, and the CPUs whose TLBs may have some. The
 * kernel's own is global: every CPU has it loaded, always.
 */
public final class AddressSpace {
  public static final int KERNEL_TAG = 0;

  private final int tag;
  private final String name;
  private final PageTable pageTable = new PageTable();
  private final BitSet holders = new BitSet();

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

  /** A CPU has loaded it: its TLB may hold translations from now on. */
  public void loadedOn(int cpu) {
    holders.set(cpu);
  }

  /** A CPU's TLB holds none of its translations any more. */
  public void forgottenOn(int cpu) {
    holders.clear(cpu);
  }

  public boolean mayBeHeldOn(int cpu) {
    return global() || holders.get(cpu);
  }

  /** The first CPU from one on whose TLB may hold translations; negative where there is none. */
  int holderFrom(int cpu) {
    return global() ? cpu : holders.nextSetBit(cpu);
  }

  @Override
  public String toString() {
    return name;
  }
}
