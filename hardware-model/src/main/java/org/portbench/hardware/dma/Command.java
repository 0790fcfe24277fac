package org.portbench.hardware.dma;

import java.util.Arrays;
import org.portbench.hardware.cost.Category;

/**
 * What the device is told to do: move so many bytes between a place on its medium and memory, or
 * make earlier writes safe. Its owner prepares it, appends its memory, and may prepare it again
 * once it has completed.
 */
public final class Command {

  /** What is done. */
  public enum Kind {
    /** From the medium to memory. */
    READ,
    /** From memory to the medium. */
    WRITE,
    /** Completes when all writes before it have. */
    FLUSH
  }

  private final ScatterGatherList memory = new ScatterGatherList();
  private final long[] spentPs = new long[Category.values().length];
  private Kind kind = Kind.FLUSH;
  private long address;
  private Object tag = "";
  private boolean inFlight;
  private long submittedPs;
  private long completedPs;

  long fetchOrder;
  int writesAhead;
  long waitingSincePs;
  long mediumDonePs;
  long transferEndPs;

  /**
   * Makes this a new command, with no memory yet.
   *
   * @param address of the first byte on the medium; 0 for a flush
   * @param tag what the owner knows it by
   */
  public Command prepare(Kind kind, long address, Object tag) {
    if (inFlight) {
      throw new IllegalStateException("prepared while the device works on it: " + this);
    }
    this.kind = kind;
    this.address = address;
    this.tag = tag;
    memory.clear();
    return this;
  }

  public Kind kind() {
    return kind;
  }

  public long address() {
    return address;
  }

  /** Its memory; to be changed only between {@link #prepare} and {@link DmaDevice#submit}. */
  public ScatterGatherList memory() {
    return memory;
  }

  public long bytes() {
    return memory.bytes();
  }

  public Object tag() {
    return tag;
  }

  /** From submission to completion. */
  public boolean inFlight() {
    return inFlight;
  }

  /** When the doorbell told the device of it. */
  public long submittedPs() {
    return submittedPs;
  }

  public long completedPs() {
    return completedPs;
  }

  /** How much of its time went where; the categories add up to submission until completion. */
  public long spentPs(Category category) {
    return spentPs[category.ordinal()];
  }

  /** What the device reads to know it: one for each segment, and one for a flush. */
  int descriptors() {
    return Math.max(1, memory.segments());
  }

  void enter() {
    inFlight = true;
  }

  void announce(long nowPs) {
    submittedPs = nowPs;
    Arrays.fill(spentPs, 0);
  }

  void spend(Category category, long ps) {
    spentPs[category.ordinal()] += ps;
  }

  void complete(long nowPs) {
    completedPs = nowPs;
    inFlight = false;
  }

  @Override
  public String toString() {
    return kind + " of " + bytes() + " bytes at device address " + address;
  }
}
