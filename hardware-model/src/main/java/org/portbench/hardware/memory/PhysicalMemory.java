package org.portbench.hardware.memory;

import java.util.Arrays;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.sim.EventQueue;

/** All frames of the machine, and what it costs a CPU to move, touch and zero their bytes. */
public final class PhysicalMemory {
  /** As many frames as there is room for at first. */
  private static final int FRAMES = 64;

  private final MachineProfile.Memory profile;
  private final MemoryBus bus;
  private final CacheModel caches;
  private final FrameAllocator allocator;
  private final FrameContents contents;
  private final CpuAccess access;

  // By frame number.
  private boolean[] allocated = {};
  private int[] holds = {};
  private Frame[] frames = {};

  public PhysicalMemory(MachineProfile machine, Meter meter, EventQueue events) {
    this.profile = machine.memory();
    this.bus = new MemoryBus(profile.busPsPerByte(), events);
    this.caches =
        new CacheModel(
            machine.cpu().cores(), profile.privateCacheBytes(), profile.sharedCacheBytes());
    this.allocator = new FrameAllocator(profile.totalBytes(), profile.pageBytes());
    this.contents = new FrameContents(profile.pageBytes());
    this.access = new CpuAccess(profile, meter, events, bus, caches, contents);
    grow(FRAMES);
  }

  private void grow(int count) {
    allocated = Arrays.copyOf(allocated, count);
    holds = Arrays.copyOf(holds, count);
    frames = Arrays.copyOf(frames, count);
    contents.grow(count);
    caches.grow(count);
  }

  public int pageBytes() {
    return profile.pageBytes();
  }

  public MemoryBus bus() {
    return bus;
  }

  /**
   * From now on two frames that are taken one after the other are no neighbours; before anything is
   * taken. Without, those that were never used follow one another, and what was given back last is
   * taken first.
   */
  public void scatter() {
    allocator.scatter();
  }

  /** From now on every byte that a CPU copies or reads is in its private cache. */
  public void alwaysCached() {
    caches.alwaysPrivate();
  }

  // ---- whose frames are ------------------------------------------------------------------------

  /** Takes a free frame, by its number; what it holds is left over from its last use. */
  public int take() {
    return taken(allocator.take());
  }

  /** Takes a frame that was never in use, as long as there is one: no cache has any of it. */
  public int takeUnused() {
    return taken(allocator.takeUnused());
  }

  private int taken(int number) {
    if (number >= allocated.length) {
      grow(Math.max(number + 1, 2 * allocated.length));
    }
    allocated[number] = true;
    return number;
  }

  public void free(int number) {
    if (!allocated(number) || held(number)) {
      String why = held(number) ? "is held for a device" : "is free already";
      throw new IllegalStateException("frame " + number + " " + why);
    }
    allocated[number] = false;
    allocator.giveBack(number);
  }

  /** Whether it belongs to somebody; a free frame is nobody's to read or write. */
  public boolean allocated(int number) {
    return allocated[number];
  }

  /** That a device reaches memory of nobody's is a defect of whoever set up the transfer. */
  public void checkAllocated(int[] numbers, int count) {
    for (int i = 0; i < count; i++) {
      if (numbers[i] >= allocated.length || !allocated[numbers[i]]) {
        throw new IllegalStateException("device access to frame " + numbers[i] + ", which is free");
      }
    }
  }

  /** While held, a frame is neither freed nor reused. */
  public void hold(int number) {
    holds[number]++;
  }

  /** The same for a run of an array. */
  public void hold(int[] numbers, int first, int count) {
    for (int i = first; i < first + count; i++) {
      holds[numbers[i]]++;
    }
  }

  public void unhold(int number) {
    if (holds[number] == 0) {
      throw new IllegalStateException("frame " + number + " is not held");
    }
    holds[number]--;
  }

  /** The same for the first of an array. */
  public void unhold(int[] numbers, int count) {
    for (int i = 0; i < count; i++) {
      unhold(numbers[i]);
    }
  }

  public boolean held(int number) {
    return holds[number] > 0;
  }

  public int framesInUse() {
    return allocator.inUse();
  }

  public Frame frame(int number) {
    if (number < 0 || number >= allocator.count()) {
      throw new IllegalStateException("there is no frame " + number);
    }
    if (frames[number] == null) {
      frames[number] = new Frame(this, number);
    }
    return frames[number];
  }

  // ---- what they hold --------------------------------------------------------------------------

  FrameContents contents() {
    return contents;
  }

  /** Pieces of memory get the bytes of {@code origin} from {@code base} on. */
  public void fill(Pieces pieces, long origin, long base) {
    for (int i = 0; i < pieces.count(); i++) {
      contents.fill(
          pieces.frameNumber(i),
          pieces.offset(i),
          pieces.length(i),
          origin,
          base + pieces.start(i));
    }
  }

  /** Whether pieces of memory hold the bytes of a content from its start on. */
  public boolean matches(Pieces pieces, Content expected) {
    return contents.matches(pieces, expected);
  }

  // ---- what a CPU pays -------------------------------------------------------------------------

  public Heat heat(int core, int frame) {
    return caches.heat(core, frame);
  }

  /**
   * Copies bytes between frames with the CPU: half the price is the source's, half the target's.
   */
  public void copy(int core, int source, int sourceFrom, int target, int from, int length) {
    access.copy(core, source, sourceFrom, target, from, length);
  }

  /** Copies pieces of memory to others, which have as many bytes. */
  public void copy(int core, Pieces source, Pieces target) {
    access.copy(core, source, target);
  }

  /** Reads or writes bytes in place with the CPU; what is written is the caller's to note. */
  public void touch(int core, int frame, int length, Category category) {
    access.touch(core, frame, length, category);
  }

  /** The same for pieces of memory. */
  public void touch(int core, Pieces pieces, Category category) {
    access.touch(core, pieces, category);
  }

  public void zero(int core, int frame) {
    access.zero(core, frame);
  }

  /** What a CPU pays before a device reads or writes these bytes: nothing where DMA is coherent. */
  public void flushForDma(int length) {
    access.flushForDma(length);
  }

  /** A device fills whole frames of an array with bytes that follow one another. */
  public void dmaFill(int[] frames, int first, int end, long origin, long base) {
    contents.fill(frames, first, end, origin, base);
    caches.written(frames, first, end, pageBytes(), profile.dmaFillsCache());
  }

  /** A device has written a frame. */
  public void dmaWrote(int frame, int length) {
    caches.written(frame, length, profile.dmaFillsCache());
  }
}
