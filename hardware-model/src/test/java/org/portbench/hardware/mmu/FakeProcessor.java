package org.portbench.hardware.mmu;

/** A CPU that only notes what memory management asks of it. */
final class FakeProcessor implements Processor {
  private final int number;
  private final Tlb tlb = new Tlb(4, 2);
  private AddressSpace loaded;
  private boolean idle;
  private boolean mayHold = true;
  boolean owesFlush;
  long stolenPs;

  FakeProcessor(int number, AddressSpace loaded) {
    this.number = number;
    this.loaded = loaded;
  }

  FakeProcessor idles() {
    idle = true;
    return this;
  }

  FakeProcessor neverRan(AddressSpace space) {
    mayHold = false;
    loaded = loaded == space ? new AddressSpace(99, "another") : loaded;
    return this;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Tlb tlb() {
    return tlb;
  }

  @Override
  public AddressSpace loaded() {
    return loaded;
  }

  @Override
  public boolean mayHold(AddressSpace space) {
    return mayHold;
  }

  @Override
  public boolean idle() {
    return idle;
  }

  @Override
  public void oweFlush() {
    owesFlush = true;
  }

  @Override
  public void steal(long ps) {
    stolenPs += ps;
  }
}
