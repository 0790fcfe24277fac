package org.portbench.hardware.memory;

import java.util.Arrays;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.sim.EventQueue;

/** All frames of the machine, and what it costs a CPU to move, touch and zero their bytes. */
public final class PhysicalMemory {
  /** As many frames as there is room for at first. */
  private static final int FRAMES = 64;

  private final MachineProfile.Memory profile;
  private final Meter meter;
  private final EventQueue events;
  private final MemoryBus bus;
  private final CacheModel caches;
  private final FrameAllocator allocator;
  private final FrameContents contents;

  // By frame number.
  private boolean[] allocated = {};
  private int[] holds = {};
  private Frame[] frames = {};

  public PhysicalMemory(MachineProfile machine, Meter meter, EventQueue events) {
    this.profile = machine.memory();
    this.meter = meter;
    this.events = events;
    this.bus = new MemoryBus(profile.busPsPerByte(), events);
    this.caches =
        new CacheModel(
            machine.cpu().cores(), profile.privateCacheBytes(), profile.sharedCacheBytes());
    this.allocator = new FrameAllocator(profile.totalBytes(), profile.pageBytes());
    this.contents = new FrameContents(profile.pageBytes());
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

  public void unhold(int number) {
    if (holds[number] == 0) {
      throw new IllegalStateException("frame " + number + " is not held");
    }
    holds[number]--;
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
    Heat read = caches.heat(core, source);
    Heat written = caches.heat(core, target);
    long ps = Math.multiplyExact((long) length, copyPsPerByte(read) + copyPsPerByte(written)) / 2;
    int cold = (read == Heat.MEMORY ? length : 0) + (written == Heat.MEMORY ? length : 0);
    waitForBus(cold, Category.COPY);
    meter.charge(Category.COPY, "COPY_BYTES", length, ps);
    meter.count(Counter.BYTES_COPIED, length);
    contents.copy(source, sourceFrom, target, from, length);
    caches.touched(core, source, length);
    caches.touched(core, target, length);
  }

  /** Copies pieces of memory to others, which have as many bytes. */
  public void copy(int core, Pieces source, Pieces target) {
    int i = 0;
    int j = 0;
    int end;
    for (int at = 0; at < source.bytes(); at = end) {
      end = Math.min(source.start(i + 1), target.start(j + 1));
      copy(
          core,
          source.frameNumber(i),
          source.offset(i) + at - source.start(i),
          target.frameNumber(j),
          target.offset(j) + at - target.start(j),
          end - at);
      i += end == source.start(i + 1) ? 1 : 0;
      j += end == target.start(j + 1) ? 1 : 0;
    }
  }

  /** Reads or writes bytes in place with the CPU; what is written is the caller's to note. */
  public void touch(int core, int frame, int length, Category category) {
    chargeTouch(caches.heat(core, frame), length, category);
    caches.touched(core, frame, length);
  }

  /** The same for pieces of memory. */
  public void touch(int core, Pieces pieces, Category category) {
    int count = pieces.count();
    int next = 0;
    while (next < count) {
      int first = next;
      Heat heat = caches.heat(core, pieces.frameNumber(first));
      do {
        caches.touched(core, pieces.frameNumber(next), pieces.length(next));
        next++;
        // Each cold frame queues for the bus by itself; warm ones are charged together.
      } while (next < count
          && heat != Heat.MEMORY
          && caches.heat(core, pieces.frameNumber(next)) == heat);
      chargeTouch(heat, pieces.start(next) - pieces.start(first), category);
    }
  }

  private void chargeTouch(Heat heat, int length, Category category) {
    waitForBus(heat == Heat.MEMORY ? length : 0, category);
    long ps = Math.multiplyExact((long) length, touchPsPerByte(heat));
    meter.charge(category, "TOUCH_BYTES", length, ps);
    meter.count(Counter.BYTES_TOUCHED, length);
  }

  public void zero(int core, int frame) {
    int length = profile.pageBytes();
    meter.charge(Category.COPY, "ZERO_BYTES", length, length * profile.zeroPsPerByte());
    contents.fill(frame, 0, length, Content.ZERO, 0);
    caches.touched(core, frame, length);
  }

  /** What a CPU pays before a device reads or writes these bytes: nothing where DMA is coherent. */
  public void flushForDma(int length) {
    if (profile.dmaFlushLinePs() > 0) {
      long lines = (length + profile.lineBytes() - 1L) / profile.lineBytes();
      meter.charge(Category.PIN, "CACHE_FLUSH_LINE", lines, lines * profile.dmaFlushLinePs());
    }
  }

  /** A device fills whole frames of an array with bytes that follow one another. */
  public void dmaFill(int[] frames, int first, int end, long origin, long base) {
    contents.fill(frames, first, end, origin, base);
    for (int i = first; i < end; i++) {
      caches.written(frames[i], profile.pageBytes(), profile.dmaFillsCache());
    }
  }

  /** A device has written a frame. */
  public void dmaWrote(int frame, int length) {
    caches.written(frame, length, profile.dmaFillsCache());
  }

  private void waitForBus(int coldBytes, Category category) {
    if (coldBytes > 0) {
      long waitPs = bus.claim(events.nowPs() + meter.segmentPs(), coldBytes);
      if (waitPs > 0) {
        meter.charge(category, "BUS_WAIT", 1, waitPs);
      }
    }
  }

  private long copyPsPerByte(Heat heat) {
    return switch (heat) {
      case PRIVATE -> profile.copyPrivatePsPerByte();
      case SHARED -> profile.copySharedPsPerByte();
      case MEMORY -> profile.copyMemoryPsPerByte();
    };
  }

  private long touchPsPerByte(Heat heat) {
    return switch (heat) {
      case PRIVATE -> profile.touchPrivatePsPerByte();
      case SHARED -> profile.touchSharedPsPerByte();
      case MEMORY -> profile.touchMemoryPsPerByte();
    };
  }
}
