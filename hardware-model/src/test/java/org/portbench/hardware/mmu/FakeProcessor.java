package org.portbench.hardware.mmu;

/** A CPU that only notes what memory management asks of it. */
final class FakeProcessor implements Processor {
  private final int number;
  private final Tlb tlb = new Tlb(4, 2);
  private final AddressSpace loaded;
  private boolean idle;
  boolean owesFlush;
  long stolenPs;

  FakeProcessor(int number, AddressSpace loaded) {
    this.number = number;
    this.loaded = loaded;
    loaded.loadedOn(number);
  }

  FakeProcessor idles() {
    idle = true;
    return this;
  }

  FakeProcessor ranBefore(AddressSpace space) {
    space.loadedOn(number);
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
