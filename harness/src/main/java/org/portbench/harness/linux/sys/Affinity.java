package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.stream.IntStream;

/** On which CPUs the calling thread, and every process that it starts from now on, may run. */
public record Affinity(List<Integer> cpus) {
  private static final int MOST_CPUS = 8192;

  public Affinity {
    cpus = List.copyOf(cpus);
  }

  public static Affinity ofThisThread() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(MOST_CPUS / Byte.SIZE, Long.BYTES);
      SystemCall.SCHED_GETAFFINITY.call(0, mask.byteSize(), mask.address());
      return new Affinity(
          IntStream.range(0, MOST_CPUS).filter(cpu -> bit(mask, cpu)).boxed().toList());
    }
  }

  public void applyToThisThread() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment mask = arena.allocate(MOST_CPUS / Byte.SIZE, Long.BYTES);
      for (int cpu : cpus) {
        long word = mask.getAtIndex(ValueLayout.JAVA_LONG, cpu / Long.SIZE);
        mask.setAtIndex(ValueLayout.JAVA_LONG, cpu / Long.SIZE, word | 1L << cpu % Long.SIZE);
      }
      SystemCall.SCHED_SETAFFINITY.call(0, mask.byteSize(), mask.address());
    }
  }

  private static boolean bit(MemorySegment mask, int cpu) {
    long word = mask.getAtIndex(ValueLayout.JAVA_LONG, cpu / Long.SIZE);
    return (word >>> cpu % Long.SIZE & 1) == 1;
  }
}
