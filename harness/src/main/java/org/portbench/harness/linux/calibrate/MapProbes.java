package org.portbench.harness.linux.calibrate;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.util.Set;
import java.util.function.Supplier;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.Memfd;

/** Mappings of an object whose pages are there, and the faults that they cause. */
final class MapProbes implements Bench.Group {
  private static final int PAGES = 64;
  private static final int ROUNDS = 4;

  /** As many at once, so that reading the clock hardly counts. */
  private static final int AT_ONCE = 16;

  private final int pageBytes;
  private final Memfd object;
  private final Mapping anonymous;
  private final Mapping[] mappings = new Mapping[AT_ONCE];

  MapProbes(Bench bench, int pageBytes) {
    this.pageBytes = pageBytes;
    object = bench.keep(Memfd.of((long) PAGES * pageBytes));
    bench.keep(object.map()).memory().fill((byte) 1);
    anonymous = bench.keep(Mapping.anonymous((long) PAGES * pageBytes));
  }

  static Set<Quantity> quantities() {
    return Bench.range(Quantity.MAP, Quantity.PROTECT_RUN);
  }

  @Override
  public void open(Bench bench) {
    bench.add(Quantity.MAP, () -> mapped(0, Quantity.MAP));
    bench.add(Quantity.UNMAP, () -> mapped(0, Quantity.UNMAP));
    bench.add(Quantity.UNMAP_TOUCHED, () -> mapped(PAGES, Quantity.UNMAP_TOUCHED));
    bench.add(Quantity.SOFT_FAULT, () -> mapped(1, Quantity.SOFT_FAULT));
    bench.add(Quantity.SOFT_FAULT_RUN, () -> mapped(PAGES, Quantity.SOFT_FAULT));
    bench.add(Quantity.SOFT_FAULT_WRITE, () -> written(object::map));
    bench.add(
        Quantity.COW_FAULT,
        () -> written(() -> Mapping.copyOnWrite(object.descriptor(), 0, (long) PAGES * pageBytes)));
    bench.add(Quantity.ZERO_FAULT, this::zeroFilled);
    bench.add(Quantity.PROTECT, () -> protect(1));
    bench.add(Quantity.PROTECT_RUN, () -> protect(PAGES));
  }

  /** Maps, reads some pages and unmaps; what one of the three takes. */
  private double mapped(int touched, Quantity asked) {
    Watch maps = new Watch();
    Watch faults = new Watch();
    Watch unmaps = new Watch();
    for (int i = 0; i < ROUNDS; i++) {
      maps.start();
      for (int j = 0; j < AT_ONCE; j++) {
        mappings[j] = Mapping.sharedReadOnly(object.descriptor(), 0, (long) PAGES * pageBytes);
      }
      maps.stop();
      faults.start();
      for (Mapping mapping : mappings) {
        read(mapping.memory(), touched);
      }
      faults.stop();
      unmaps.start();
      for (Mapping mapping : mappings) {
        mapping.close();
      }
      unmaps.stop();
    }
    double times = (double) ROUNDS * AT_ONCE;
    return switch (asked) {
      case MAP -> maps.nsPer(times);
      case SOFT_FAULT -> faults.nsPer(times * touched);
      default -> unmaps.nsPer(times);
    };
  }

  private void read(MemorySegment memory, int pages) {
    long seen = 0;
    for (int page = 0; page < pages; page++) {
      seen += memory.get(JAVA_BYTE, (long) page * pageBytes);
    }
    if (seen < 0) {
      throw new IllegalStateException("the pages hold nothing below zero");
    }
  }

  private void write(MemorySegment memory, int pages) {
    for (int page = 0; page < pages; page++) {
      memory.set(JAVA_BYTE, (long) page * pageBytes, (byte) 1);
    }
  }

  private double written(Supplier<Mapping> maps) {
    Watch faults = new Watch();
    for (int i = 0; i < ROUNDS; i++) {
      try (Mapping mapping = maps.get()) {
        MemorySegment memory = mapping.memory();
        faults.start();
        write(memory, PAGES);
        faults.stop();
      }
    }
    return faults.nsPer((double) ROUNDS * PAGES);
  }

  private double zeroFilled() {
    Watch faults = new Watch();
    for (int i = 0; i < ROUNDS; i++) {
      anonymous.advise(Mapping.DONT_NEED);
      faults.start();
      write(anonymous.memory(), PAGES);
      faults.stop();
    }
    return faults.nsPer((double) ROUNDS * PAGES);
  }

  /** Takes the right to write away and gives it back; the pages are there. */
  private double protect(int pages) {
    Watch watch = new Watch();
    for (int j = 0; j < AT_ONCE; j++) {
      mappings[j] = Mapping.shared(object.descriptor(), 0, (long) pages * pageBytes);
      write(mappings[j].memory(), pages);
    }
    watch.start();
    for (Mapping mapping : mappings) {
      mapping.protect(Mapping.READ);
      mapping.protect(Mapping.READ | Mapping.WRITE);
    }
    watch.stop();
    for (Mapping mapping : mappings) {
      mapping.close();
    }
    return watch.nsPer(2.0 * AT_ONCE);
  }
}
