package org.portbench.harness.linux.calibrate;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Set;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.Memfd;
import org.portbench.harness.linux.sys.Pipe;
import org.portbench.harness.linux.sys.SystemCall;

/** Pages of an object that go through a pipe by reference, to where they are dropped. */
final class SpliceProbes implements Bench.Group {
  private static final int ROUNDS = 100;
  private static final int MANY = 16;
  private static final int AT_FDCWD = -100;
  private static final int O_WRONLY = 1;

  private final int pageBytes;
  private final Memfd object;
  private final Pipe pipe;
  private final Descriptor nowhere;
  private final MemorySegment offset;

  SpliceProbes(Bench bench, int pageBytes) {
    this.pageBytes = pageBytes;
    object = bench.keep(Memfd.of((long) MANY * pageBytes));
    try (Mapping mapping = object.map()) {
      mapping.memory().fill((byte) 1);
    }
    pipe = bench.keep(Pipe.open());
    Arena arena = bench.arena();
    offset = arena.allocate(JAVA_LONG);
    nowhere =
        bench.keep(
            Descriptor.owning(
                SystemCall.OPENAT.call(
                    AT_FDCWD, arena.allocateFrom("/dev/null").address(), O_WRONLY)));
  }

  static Set<Quantity> quantities() {
    return Bench.range(Quantity.SPLICE_FEW, Quantity.SPLICE_MANY);
  }

  @Override
  public void open(Bench bench) {
    bench.add(Quantity.SPLICE_FEW, () -> splice(1));
    bench.add(Quantity.SPLICE_MANY, () -> splice(MANY));
  }

  private double splice(int pages) {
    long bytes = (long) pages * pageBytes;
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < ROUNDS; i++) {
      offset.set(JAVA_LONG, 0, 0);
      long left =
          SystemCall.SPLICE.call(
              object.descriptor().number(), offset.address(), pipe.write().number(), 0, bytes, 0);
      while (left > 0) {
        left -= SystemCall.SPLICE.call(pipe.read().number(), 0, nowhere.number(), 0, left, 0);
      }
    }
    watch.stop();
    return watch.nsPer(ROUNDS);
  }
}
