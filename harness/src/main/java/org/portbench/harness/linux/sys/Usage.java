package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * What the calling thread has used up so far.
 *
 * @param cpuNs of the thread, in user space and in the kernel
 * @param processCpuNs of all threads of the process
 * @param systemNs the part of {@code cpuNs} that the kernel accounts to itself, coarsely
 */
public record Usage(
    long cpuNs,
    long processCpuNs,
    long systemNs,
    long minorFaults,
    long voluntarySwitches,
    long involuntarySwitches) {
  private static final int CLOCK_PROCESS_CPUTIME_ID = 2;
  private static final int CLOCK_THREAD_CPUTIME_ID = 3;
  private static final int RUSAGE_THREAD = 1;
  private static final long RUSAGE_BYTES = 144;
  private static final long SYSTEM_TIME = 16;
  private static final long MINOR_FAULTS = 64;
  private static final long VOLUNTARY = 128;
  private static final long INVOLUNTARY = 136;

  public static Usage ofThisThread() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment usage = arena.allocate(RUSAGE_BYTES, Long.BYTES);
      SystemCall.GETRUSAGE.call(RUSAGE_THREAD, usage.address());
      return new Usage(
          clockNs(CLOCK_THREAD_CPUTIME_ID, arena),
          clockNs(CLOCK_PROCESS_CPUTIME_ID, arena),
          word(usage, SYSTEM_TIME) * 1_000_000_000 + word(usage, SYSTEM_TIME + 8) * 1000,
          word(usage, MINOR_FAULTS),
          word(usage, VOLUNTARY),
          word(usage, INVOLUNTARY));
    }
  }

  /** The CPU time alone. */
  public static long threadCpuNs() {
    try (Arena arena = Arena.ofConfined()) {
      return clockNs(CLOCK_THREAD_CPUTIME_ID, arena);
    }
  }

  /** What was used since. */
  public Usage since(Usage before) {
    return new Usage(
        cpuNs - before.cpuNs,
        processCpuNs - before.processCpuNs,
        systemNs - before.systemNs,
        minorFaults - before.minorFaults,
        voluntarySwitches - before.voluntarySwitches,
        involuntarySwitches - before.involuntarySwitches);
  }

  private static long clockNs(int clock, Arena arena) {
    MemorySegment time = arena.allocate(ValueLayout.JAVA_LONG, 2);
    SystemCall.CLOCK_GETTIME.call(clock, time.address());
    return word(time, 0) * 1_000_000_000 + word(time, 8);
  }

  private static long word(MemorySegment memory, long offset) {
    return memory.get(ValueLayout.JAVA_LONG, offset);
  }
}
