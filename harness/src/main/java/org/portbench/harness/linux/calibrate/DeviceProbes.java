package org.portbench.harness.linux.calibrate;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Set;
import org.portbench.harness.linux.sys.DirectFile;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.Usage;

/** One request after the other to a file past the page cache, at places all over it. */
final class DeviceProbes implements Bench.Group {
  private static final long FILE_BYTES = 64 << 20;
  private static final int SMALL = 4 << 10;
  private static final int MEDIUM = 64 << 10;
  private static final int LARGE = 1 << 20;
  private static final int TIMES = 8;

  /** Jumps between places; prime, so that all are met. */
  private static final long STRIDE = 7919;

  private final DirectFile file;
  private final MemorySegment buffer;
  private long turn;

  DeviceProbes(Bench bench, Path directory) {
    file = bench.keep(DirectFile.in(directory, FILE_BYTES));
    buffer = bench.keep(Mapping.populated(LARGE)).memory().fill((byte) 1);
    for (long at = 0; at < FILE_BYTES; at += LARGE) {
      file.descriptor().writeFully(buffer, at);
    }
  }

  /** What requests to the device are multiples of. */
  int blockBytes() {
    return file.blockBytes();
  }

  static Set<Quantity> quantities() {
    return Bench.range(Quantity.READ_4K, Quantity.WRITE_1M_WORK);
  }

  @Override
  public void open(Bench bench) {
    bench.add(Quantity.READ_4K, () -> passed(SMALL, false));
    bench.add(Quantity.READ_64K, () -> passed(MEDIUM, false));
    bench.add(Quantity.READ_1M, () -> passed(LARGE, false));
    bench.add(Quantity.READ_1M_WORK, () -> worked(LARGE, false));
    bench.add(Quantity.WRITE_4K, () -> passed(SMALL, true));
    bench.add(Quantity.WRITE_64K, () -> passed(MEDIUM, true));
    bench.add(Quantity.WRITE_1M, () -> passed(LARGE, true));
    bench.add(Quantity.WRITE_4K_WORK, () -> worked(SMALL, true));
    bench.add(Quantity.WRITE_1M_WORK, () -> worked(LARGE, true));
  }

  private double passed(int bytes, boolean write) {
    double[] took = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      long start = System.nanoTime();
      transfer(bytes, write);
      took[i] = System.nanoTime() - start;
    }
    return Spread.of(took).median();
  }

  private double worked(int bytes, boolean write) {
    long start = Usage.threadCpuNs();
    for (int i = 0; i < TIMES; i++) {
      transfer(bytes, write);
    }
    return (Usage.threadCpuNs() - start) / (double) TIMES;
  }

  private void transfer(int bytes, boolean write) {
    MemorySegment memory = buffer.asSlice(0, bytes);
    turn += STRIDE;
    long at = turn % (FILE_BYTES / bytes) * bytes;
    if (write) {
      file.descriptor().writeFully(memory, at);
    } else {
      file.descriptor().readFully(memory, at);
    }
  }
}
