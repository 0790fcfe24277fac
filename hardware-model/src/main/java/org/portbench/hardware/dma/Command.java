package org.portbench.hardware.dma;

import java.util.Arrays;
import java.util.Optional;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.memory.Content;

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
  private Optional<Content> programmed = Optional.empty();
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
    programmed = Optional.empty();
    return this;
  }

  /**
   * The device moves no data for it: a CPU puts what is to be written into this buffer of the
   * device's before, or takes what was read out of it afterwards.
   */
  public Command programmed(Content buffer) {
    programmed = Optional.of(buffer);
    return this;
  }

  /** The device's buffer, where a CPU moves the data. */
  public Optional<Content> programmed() {
    return programmed;
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
    return programmed.isPresent() ? programmed.get().size() : memory.bytes();
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

  /**
   * What the device reads to know it: one for each segment, and one for a flush; none where the CPU
   * tells it everything.
   */
  int descriptors() {
    return programmed.isPresent() ? 0 : Math.max(1, memory.segments());
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
