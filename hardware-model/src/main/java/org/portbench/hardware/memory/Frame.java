package org.portbench.hardware.memory;

/** A page of physical memory: its content, its holds, and whether it belongs to somebody. */
public final class Frame {
  private final int number;
  private final Content content;
  private int holds;
  private boolean allocated;

  Frame(int number, int pageBytes) {
    this.number = number;
    this.content = new Content(pageBytes);
  }

  public int number() {
    return number;
  }

  public Content content() {
    return content;
  }

  /** While held, the frame is neither freed nor reused. */
  public void hold() {
    holds++;
  }

  public void unhold() {
    if (holds == 0) {
      throw new IllegalStateException("frame " + number + " is not held");
    }
    holds--;
  }

  public boolean held() {
    return holds > 0;
  }

  /** Whether it belongs to somebody; a free frame is nobody's to read or write. */
  public boolean allocated() {
    return allocated;
  }

  void allocated(boolean now) {
    allocated = now;
  }
}
