package org.portbench.harness.linux.calibrate;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import java.util.Random;
import java.util.Set;
import org.portbench.harness.linux.sys.Mapping;

/** What a byte, and a line, costs where it is found. Sizes follow from the machine's caches. */
final class MemoryProbes implements Bench.Group {
  private static final long SMALL = 16 << 10;
  private static final long LARGE = 128 << 20;
  private static final long PART = 8 << 20;
  private static final long LINE = 64;
  private static final int STEPS = 20_000;
  private static final long ORDER_SEED = 7;

  private final CacheSizes caches;
  private long cursor;

  MemoryProbes(CacheSizes caches) {
    this.caches = caches;
  }

  static Set<Quantity> quantities() {
    return Bench.range(Quantity.LINE_PRIVATE, Quantity.ZERO);
  }

  @Override
  public void open(Bench bench) {
    MemorySegment source = filled(bench, LARGE);
    MemorySegment target = filled(bench, LARGE);
    long shared = Math.min(LARGE, caches.sharedBytes() / 8);
    int often = (int) (PART / 2 / SMALL);
    bench.add(Quantity.COPY_PRIVATE, () -> copy(source, target, SMALL, often));
    bench.add(Quantity.COPY_SHARED, () -> copy(source, target, shared, 2));
    bench.add(
        Quantity.COPY_MEMORY, () -> copy(nextPart(source), target.asSlice(cursor, PART), PART, 1));
    bench.add(Quantity.TOUCH_PRIVATE, () -> look(source, SMALL, often));
    bench.add(Quantity.TOUCH_SHARED, () -> look(source, shared, 2));
    bench.add(Quantity.TOUCH_MEMORY, () -> look(nextPart(source), PART, 1));
    bench.add(Quantity.ZERO, () -> zero(target, often));
    chase(bench, Quantity.LINE_PRIVATE, caches.privateBytes() / 2);
    chase(bench, Quantity.LINE_SHARED, caches.sharedBytes() / 16);
    chase(bench, Quantity.LINE_MEMORY, LARGE);
  }

  private static MemorySegment filled(Bench bench, long bytes) {
    return bench.keep(Mapping.populated(bytes)).memory().fill((byte) 1);
  }

  private MemorySegment nextPart(MemorySegment memory) {
    cursor = (cursor + PART) % LARGE;
    return memory.asSlice(cursor, PART);
  }

  private static double copy(MemorySegment source, MemorySegment target, long bytes, int often) {
    if (often > 1) {
      MemorySegment.copy(source, 0, target, 0, bytes);
    }
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < often; i++) {
      MemorySegment.copy(source, 0, target, 0, bytes);
    }
    watch.stop();
    return 1000 * watch.nsPer((double) often * bytes);
  }

  private static double look(MemorySegment memory, long bytes, int often) {
    long seen = often > 1 ? differences(memory, bytes) : 0;
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < often; i++) {
      seen += differences(memory, bytes);
    }
    watch.stop();
    if (seen == 0) {
      throw new IllegalStateException("what was filled with ones is nothing but that");
    }
    return 1000 * watch.nsPer((double) often * bytes);
  }

  /** As whoever checks a request's data looks at it: word by word. */
  private static long differences(MemorySegment memory, long bytes) {
    long words = bytes / Long.BYTES;
    long word = 0;
    long difference = 0;
    for (long i = 0; i < words; i++) {
      difference |= memory.getAtIndex(JAVA_LONG, i) ^ word;
      word += 0x9E37_79B9_7F4A_7C15L;
    }
    return difference;
  }

  private static double zero(MemorySegment memory, int often) {
    MemorySegment small = memory.asSlice(0, SMALL);
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < often; i++) {
      small.fill((byte) 0);
    }
    watch.stop();
    return 1000 * watch.nsPer((double) often * SMALL);
  }

  /** Lines that name each other in an order that nothing foresees. */
  private void chase(Bench bench, Quantity quantity, long bytes) {
    MemorySegment memory = bench.keep(Mapping.populated(bytes)).memory();
    int lines = (int) (bytes / LINE);
    int[] order = new int[lines];
    Random random = new Random(ORDER_SEED);
    for (int i = 1; i < lines; i++) {
      int j = random.nextInt(i);
      order[i] = order[j];
      order[j] = i;
    }
    for (int i = 0; i < lines; i++) {
      memory.set(JAVA_LONG, order[i] * LINE, order[(i + 1) % lines] * LINE);
    }
    long[] place = new long[1];
    bench.add(quantity, () -> chase(memory, place));
  }

  /**
   * Goes on where the last batch ended, so that no line is met again too soon; what fits a cache is
   * brought there first.
   */
  private static double chase(MemorySegment memory, long[] place) {
    long at = place[0];
    long lines = memory.byteSize() / LINE;
    for (long i = memory.byteSize() < LARGE ? lines : 0; i > 0; i--) {
      at = memory.get(JAVA_LONG, at);
    }
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < STEPS; i++) {
      at = memory.get(JAVA_LONG, at);
    }
    watch.stop();
    place[0] = at;
    return watch.nsPer(STEPS);
  }
}
