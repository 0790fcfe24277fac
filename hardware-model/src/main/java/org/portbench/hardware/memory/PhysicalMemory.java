package org.portbench.hardware.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.sim.EventQueue;

/** All frames of the machine, and what it costs a CPU to move, touch and zero their bytes. */
public final class PhysicalMemory {
  private static final int NONE = -2;

  /** Frames that are new to a scattered memory at a time: those with odd numbers go first. */
  private static final int BATCH = 64;

  private final MachineProfile.Memory profile;
  private final Meter meter;
  private final EventQueue events;
  private final MemoryBus bus;
  private final CacheModel caches;
  private Frame[] frames = new Frame[CacheModel.FRAMES];
  private int frameCount;
  private final ArrayList<Frame> free = new ArrayList<>();
  private final int limit;
  private boolean scattered;
  private int lastNumber = NONE;

  public PhysicalMemory(MachineProfile machine, Meter meter, EventQueue events) {
    this.profile = machine.memory();
    this.meter = meter;
    this.events = events;
    this.bus = new MemoryBus(profile.busPsPerByte(), events);
    this.caches =
        new CacheModel(
            machine.cpu().cores(), profile.privateCacheBytes(), profile.sharedCacheBytes());
    this.limit = Math.toIntExact(profile.totalBytes() / profile.pageBytes());
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
    scattered = true;
  }

  /** From now on every byte that a CPU copies or reads is in its private cache. */
  public void alwaysCached() {
    caches.alwaysPrivate();
  }

  /** Takes a free frame; what it holds is left over from its last use. */
  public Frame allocate() {
    return taken(scattered ? apart() : free.isEmpty() ? untouched() : free.removeLast());
  }

  private Frame taken(Frame frame) {
    frame.allocated(true);
    lastNumber = frame.number();
    return frame;
  }

  /** The free frame that was given back last of those that are no neighbours of the last taken. */
  private Frame apart() {
    for (int i = free.size() - 1; i >= 0; i--) {
      if (!besideLast(free.get(i))) {
        return free.remove(i);
      }
    }
    if (frameCount == limit && !free.isEmpty()) {
      return free.removeLast();
    }
    addBatch();
    return apart();
  }

  private boolean besideLast(Frame frame) {
    return Math.abs(frame.number() - lastNumber) == 1;
  }

  private void addBatch() {
    List<Frame> even = new ArrayList<>();
    List<Frame> odd = new ArrayList<>();
    for (int i = Math.clamp(limit - frameCount, 1, BATCH); i > 0; i--) {
      Frame frame = untouched();
      (frame.number() % 2 == 0 ? even : odd).add(frame);
    }
    free.addAll(even.reversed());
    free.addAll(odd.reversed());
  }

  /** Takes a frame that was never in use, as long as there is one: no cache has any of it. */
  public Frame allocateUnused() {
    if (frameCount == limit) {
      return allocate();
    }
    Frame frame = untouched();
    if (scattered && besideLast(frame) && frameCount < limit) {
      free.addFirst(frame);
      frame = untouched();
    }
    return taken(frame);
  }

  public void free(Frame frame) {
    if (!frame.allocated() || frame.held()) {
      String why = frame.held() ? "is held for a device" : "is free already";
      throw new IllegalStateException("frame " + frame.number() + " " + why);
    }
    frame.allocated(false);
    free.add(frame);
  }

  public int framesInUse() {
    return frameCount - free.size();
  }

  public Frame frame(int number) {
    if (number < 0 || number >= frameCount) {
      throw new IllegalStateException("there is no frame " + number);
    }
    return frames[number];
  }

  public Heat heat(int core, Frame frame) {
    return caches.heat(core, frame.number());
  }

  /**
   * Copies bytes between frames, by their numbers, with the CPU: half the price is the source's,
   * half the target's.
   */
  public void copy(int core, int source, int sourceFrom, int target, int from, int length) {
    Heat read = caches.heat(core, source);
    Heat written = caches.heat(core, target);
    long ps = Math.multiplyExact((long) length, copyPsPerByte(read) + copyPsPerByte(written)) / 2;
    int cold = (read == Heat.MEMORY ? length : 0) + (written == Heat.MEMORY ? length : 0);
    waitForBus(cold, Category.COPY);
    meter.charge(Category.COPY, "COPY_BYTES", length, ps);
    meter.count(Counter.BYTES_COPIED, length);
    frames[target].content().copyFrom(frames[source].content(), sourceFrom, from, length);
    caches.touched(core, source, length);
    caches.touched(core, target, length);
  }

  public void copy(int core, Frame source, int sourceFrom, Frame target, int from, int length) {
    copy(core, source.number(), sourceFrom, target.number(), from, length);
  }

  /** Reads or writes bytes in place with the CPU; what is written is the caller's to note. */
  public void touch(int core, Frame frame, int length, Category category) {
    chargeTouch(caches.heat(core, frame.number()), length, category);
    caches.touched(core, frame.number(), length);
  }

  /**
   * The same for the frames of some numbers, of which each has the bytes between its start and the
   * next one's.
   */
  public void touch(int core, int[] frames, int[] starts, int count, Category category) {
    int next = 0;
    while (next < count) {
      int first = next;
      Heat heat = caches.heat(core, frames[first]);
      do {
        caches.touched(core, frames[next], starts[next + 1] - starts[next]);
        next++;
        // Each cold frame queues for the bus by itself; warm ones are charged together.
      } while (next < count && heat != Heat.MEMORY && caches.heat(core, frames[next]) == heat);
      chargeTouch(heat, starts[next] - starts[first], category);
    }
  }

  private void chargeTouch(Heat heat, int length, Category category) {
    waitForBus(heat == Heat.MEMORY ? length : 0, category);
    long ps = Math.multiplyExact((long) length, touchPsPerByte(heat));
    meter.charge(category, "TOUCH_BYTES", length, ps);
    meter.count(Counter.BYTES_TOUCHED, length);
  }

  public void zero(int core, Frame frame) {
    int length = profile.pageBytes();
    meter.charge(Category.COPY, "ZERO_BYTES", length, length * profile.zeroPsPerByte());
    frame.content().fill(0, length, Content.ZERO, 0);
    caches.touched(core, frame.number(), length);
  }

  /** What a CPU pays before a device reads or writes these bytes: nothing where DMA is coherent. */
  public void flushForDma(int length) {
    if (profile.dmaFlushLinePs() > 0) {
      long lines = (length + profile.lineBytes() - 1L) / profile.lineBytes();
      meter.charge(Category.PIN, "CACHE_FLUSH_LINE", lines, lines * profile.dmaFlushLinePs());
    }
  }

  /** A device has written the frame. */
  public void dmaWrote(Frame frame, int length) {
    caches.written(frame.number(), length, profile.dmaFillsCache());
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

  private Frame untouched() {
    if (frameCount == limit) {
      throw new OutOfFrames(
          "the machine's " + profile.totalBytes() + " bytes of memory are all in use");
    }
    if (frameCount == frames.length) {
      frames = Arrays.copyOf(frames, 2 * frameCount);
      caches.grow(frames.length);
    }
    Frame frame = new Frame(frameCount, profile.pageBytes());
    frames[frameCount++] = frame;
    return frame;
  }
}
