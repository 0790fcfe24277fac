package org.portbench.hardware.memory;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.sim.EventQueue;

/**
 * What it costs a CPU to copy, touch and zero bytes: the price of where each frame is found, and
 * the wait for the bus where that is memory.
 *
 * <p>Whole neighbouring frames that are found in the same place are gone through as one: a modeled
 * I/O of 1 MiB that is copied five times takes 44 us of ours, where frame by frame it took 74.
 */
final class CpuAccess {
  private final MachineProfile.Memory profile;
  private final Meter meter;
  private final EventQueue events;
  private final MemoryBus bus;
  private final CacheModel caches;
  private final FrameContents contents;
  private final int pageBytes;

  CpuAccess(
      MachineProfile.Memory profile,
      Meter meter,
      EventQueue events,
      MemoryBus bus,
      CacheModel caches,
      FrameContents contents) {
    this.profile = profile;
    this.meter = meter;
    this.events = events;
    this.bus = bus;
    this.caches = caches;
    this.contents = contents;
    this.pageBytes = profile.pageBytes();
  }

  void copy(int core, int source, int sourceFrom, int target, int from, int length) {
    chargeCopy(length, copyPart(core, source, sourceFrom, target, from, length, 0));
  }

  void copy(int core, Pieces source, Pieces target) {
    long ps = 0;
    int i = 0;
    int j = 0;
    int end;
    for (int at = 0; at < source.bytes(); at = end) {
      int from = source.frameNumber(i);
      int to = target.frameNumber(j);
      boolean fresh = at == source.start(i) && at == target.start(j);
      int run = fresh ? Math.min(source.wholeFrames(i), target.wholeFrames(j)) : 0;
      if (run > 1 && Math.abs(from - to) >= run) {
        ps += copyRun(core, from, to, run, ps);
        end = at + run * pageBytes;
        i += run;
        j += run;
      } else {
        int skipped = at - source.start(i);
        int filled = at - target.start(j);
        end = Math.min(source.start(i + 1), target.start(j + 1));
        ps +=
            copyPart(
                core,
                from,
                source.offset(i) + skipped,
                to,
                target.offset(j) + filled,
                end - at,
                ps);
        i += end == source.start(i + 1) ? 1 : 0;
        j += end == target.start(j + 1) ? 1 : 0;
      }
    }
    chargeCopy(source.bytes(), ps);
  }

  /**
   * Copies without a charge yet; returns its price.
   *
   * @param beforePs how long the segment has run beyond what is charged: cold bytes queue for the
   *     bus from there on
   */
  private long copyPart(
      int core, int source, int sourceFrom, int target, int from, int length, long beforePs) {
    Heat read = caches.heat(core, source);
    Heat written = caches.heat(core, target);
    int coldBytes = coldBytes(read, length) + coldBytes(written, length);
    waitForBus(beforePs, coldBytes, 0, 1, Category.COPY);
    contents.copy(source, sourceFrom, target, from, length);
    caches.touched(core, source, length);
    caches.touched(core, target, length);
    return copyPs(read, written, length);
  }

  /** The same for whole frames, of which none is both read and written. */
  private long copyRun(int core, int source, int target, int frames, long beforePs) {
    long ps = 0;
    int stepBytes = 2 * pageBytes;
    for (int done = 0; done < frames; ) {
      int from = source + done;
      int to = target + done;
      Heat read = caches.heat(core, from);
      Heat written = caches.heat(core, to);
      int alike = caches.alike(core, from, frames - done, stepBytes);
      alike = caches.alike(core, to, alike, stepBytes);
      int coldBytes = coldBytes(read, pageBytes) + coldBytes(written, pageBytes);
      long pagePs = copyPs(read, written, pageBytes);
      waitForBus(beforePs + ps, coldBytes, pagePs, alike, Category.COPY);
      ps += alike * pagePs;
      caches.touchedRun(core, from, alike, pageBytes, stepBytes);
      caches.touchedRun(core, to, alike, stepBytes, stepBytes);
      caches.passed(core, (long) alike * stepBytes);
      done += alike;
    }
    contents.copyRun(source, target, frames);
    return ps;
  }

  private void chargeCopy(int length, long ps) {
    meter.charge(Category.COPY, "COPY_BYTES", length, ps);
    meter.count(Counter.BYTES_COPIED, length);
  }

  void touch(int core, int frame, int length, Category category) {
    Heat heat = caches.heat(core, frame);
    waitForBus(0, coldBytes(heat, length), 0, 1, category);
    caches.touched(core, frame, length);
    chargeTouch(length, touchPs(heat, length), category);
  }

  void touch(int core, Pieces pieces, Category category) {
    for (int i = 0; i < pieces.count(); ) {
      int run = pieces.wholeFrames(i);
      if (run > 1) {
        touchRun(core, pieces.frameNumber(i), run, category);
        i += run;
      } else {
        touch(core, pieces.frameNumber(i), pieces.length(i), category);
        i++;
      }
    }
  }

  private void touchRun(int core, int first, int frames, Category category) {
    long ps = 0;
    for (int done = 0; done < frames; ) {
      int frame = first + done;
      Heat heat = caches.heat(core, frame);
      int alike = caches.alike(core, frame, frames - done, pageBytes);
      long pagePs = touchPs(heat, pageBytes);
      waitForBus(ps, coldBytes(heat, pageBytes), pagePs, alike, category);
      ps += alike * pagePs;
      caches.touchedRun(core, frame, alike, pageBytes, pageBytes);
      caches.passed(core, (long) alike * pageBytes);
      done += alike;
    }
    chargeTouch((long) frames * pageBytes, ps, category);
  }

  private void chargeTouch(long length, long ps, Category category) {
    meter.charge(category, "TOUCH_BYTES", length, ps);
    meter.count(Counter.BYTES_TOUCHED, length);
  }

  void zero(int core, int frame) {
    meter.charge(Category.COPY, "ZERO_BYTES", pageBytes, pageBytes * profile.zeroPsPerByte());
    contents.fill(frame, 0, pageBytes, Content.ZERO, 0);
    caches.touched(core, frame, pageBytes);
  }

  void flushForDma(int length) {
    if (profile.dmaFlushLinePs() > 0) {
      long lines = (length + profile.lineBytes() - 1L) / profile.lineBytes();
      meter.charge(Category.PIN, "CACHE_FLUSH_LINE", lines, lines * profile.dmaFlushLinePs());
    }
  }

  /** Each of so many transfers queues for the bus when the one before it is over. */
  private void waitForBus(
      long beforePs, int coldBytes, long transferPs, int transfers, Category category) {
    if (coldBytes > 0) {
      long fromPs = events.nowPs() + meter.segmentPs() + beforePs;
      long waitPs = bus.claim(fromPs, coldBytes, transferPs, transfers);
      if (waitPs > 0) {
        meter.charge(category, "BUS_WAIT", 1, waitPs);
      }
    }
  }

  private static int coldBytes(Heat heat, int length) {
    return heat == Heat.MEMORY ? length : 0;
  }

  private long copyPs(Heat read, Heat written, long length) {
    return Math.multiplyExact(length, copyPsPerByte(read) + copyPsPerByte(written)) / 2;
  }

  private long copyPsPerByte(Heat heat) {
    return switch (heat) {
      case PRIVATE -> profile.copyPrivatePsPerByte();
      case SHARED -> profile.copySharedPsPerByte();
      case MEMORY -> profile.copyMemoryPsPerByte();
    };
  }

  private long touchPs(Heat heat, long length) {
    long psPerByte =
        switch (heat) {
          case PRIVATE -> profile.touchPrivatePsPerByte();
          case SHARED -> profile.touchSharedPsPerByte();
          case MEMORY -> profile.touchMemoryPsPerByte();
        };
    return Math.multiplyExact(length, psPerByte);
  }
}
