package org.portbench.harness.linux.calibrate;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Set;
import org.portbench.harness.linux.sys.IoUring;
import org.portbench.harness.linux.sys.Mapping;

/** Pages pinned by registering them as a buffer of io_uring, and taken back. */
final class PinProbes implements Bench.Group {
  private static final int ROUNDS = 8;
  private static final int MANY = 257;

  private final int pageBytes;
  private final Mapping memory;

  PinProbes(Bench bench, int pageBytes) {
    this.pageBytes = pageBytes;
    this.memory = bench.keep(Mapping.populated((long) MANY * pageBytes));
  }

  static Set<Quantity> quantities() {
    return Bench.range(Quantity.PIN_FEW, Quantity.PIN_MANY);
  }

  @Override
  public void open(Bench bench) {
    bench.add(Quantity.PIN_FEW, () -> pin(1));
    bench.add(Quantity.PIN_MANY, () -> pin(MANY));
  }

  private double pin(int pages) {
    List<MemorySegment> buffers = List.of(memory.memory().asSlice(0, (long) pages * pageBytes));
    Watch watch = new Watch();
    for (int i = 0; i < ROUNDS; i++) {
      IoUring ring = IoUring.of(1);
      watch.start();
      try (ring) {
        ring.register(buffers);
      }
      watch.stop();
    }
    return watch.nsPer(ROUNDS);
  }
}
