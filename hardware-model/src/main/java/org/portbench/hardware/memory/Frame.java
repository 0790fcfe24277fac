package org.portbench.hardware.memory;

/** A page of physical memory, by its number: what it holds, and whether it belongs to somebody. */
public final class Frame implements Bytes {
  private final PhysicalMemory memory;
  private final int number;

  Frame(PhysicalMemory memory, int number) {
    this.memory = memory;
    this.number = number;
  }

  public int number() {
    return number;
  }

  public boolean held() {
    return memory.held(number);
  }

  /** Whether it belongs to somebody; a free frame is nobody's to read or write. */
  public boolean allocated() {
    return memory.allocated(number);
  }

  @Override
  public void fill(int from, int length, long origin, long base) {
    memory.contents().fill(number, from, length, origin, base);
  }

  @Override
  public void copyFrom(Content source, int sourceFrom, int from, int length) {
    memory.contents().copyFrom(number, source, sourceFrom, from, length);
  }

  @Override
  public void copyTo(Content target, int from, int targetFrom, int length) {
    memory.contents().copyTo(number, target, from, targetFrom, length);
  }

  @Override
  public boolean matches(int from, int length, long origin, long base) {
    return memory.contents().matches(number, from, length, origin, base);
  }

  @Override
  public boolean matches(int from, Content other, int otherFrom, int length) {
    return memory.contents().matches(number, from, other, otherFrom, length);
  }

  @Override
  public String toString() {
    return "frame " + number;
  }
}
