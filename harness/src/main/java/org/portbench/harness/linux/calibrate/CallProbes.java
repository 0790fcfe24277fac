package org.portbench.harness.linux.calibrate;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Set;
import org.portbench.harness.linux.sys.Futex;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.Memfd;
import org.portbench.harness.linux.sys.SystemCall;

/** The clock, calls out of the JVM and into the kernel, and futexes on which nobody sleeps. */
final class CallProbes implements Bench.Group {
  private static final int CYCLES_PER_STEP = 8;
  private static final int STEPS = 40_000;
  private static final int CALLS = 4_000;
  private static final int ATOMICS = 50_000;
  private static final MethodHandle LABS = labs();

  /** Keeps the chain from being left out. */
  private long chained;

  @SuppressWarnings("restricted")
  private static MethodHandle labs() {
    return Linker.nativeLinker()
        .downcallHandle(
            Linker.nativeLinker().defaultLookup().findOrThrow("labs"),
            FunctionDescriptor.of(JAVA_LONG, JAVA_LONG),
            Linker.Option.captureCallState("errno"));
  }

  static Set<Quantity> quantities() {
    Set<Quantity> all = Bench.range(Quantity.CYCLE, Quantity.ATOMIC);
    all.add(Quantity.FUTEX_WAKE);
    all.add(Quantity.FUTEX_WAIT);
    return all;
  }

  @Override
  public void open(Bench bench) {
    MemorySegment errno = bench.arena().allocate(Linker.Option.captureStateLayout());
    Mapping shared = bench.keep(bench.keep(Memfd.of(4096)).map());
    Futex word = new Futex(shared.memory(), 0);
    bench.add(Quantity.CYCLE, this::cycle);
    bench.add(Quantity.FOREIGN_CALL, () -> foreignCall(errno));
    bench.add(Quantity.SYSTEM_CALL, CallProbes::systemCall);
    bench.add(Quantity.ATOMIC, () -> atomic(word));
    bench.add(Quantity.FUTEX_WAKE, () -> wake(word));
    bench.add(Quantity.FUTEX_WAIT, () -> await(word));
  }

  /** Each addition or exclusive or needs the result of the one before: a cycle each. */
  private double cycle() {
    Watch watch = new Watch();
    long x = chained;
    watch.start();
    for (long i = 0; i < STEPS; i++) {
      x = (x ^ i) + 0x5DEE_CE66L;
      x = (x ^ i) + 0x1234_5677L;
      x = (x ^ i) + 0x0BAD_CAFFL;
      x = (x ^ i) + 0x7654_3211L;
    }
    watch.stop();
    chained = x;
    return 1000 * watch.nsPer((double) STEPS * CYCLES_PER_STEP);
  }

  private static double foreignCall(MemorySegment errno) {
    Watch watch = new Watch();
    watch.start();
    try {
      for (long i = 0; i < CALLS; i++) {
        long _ = (long) LABS.invokeExact(errno, -i);
      }
    } catch (Throwable impossible) {
      throw new AssertionError("labs throws nothing", impossible);
    }
    watch.stop();
    return watch.nsPer(CALLS);
  }

  private static double systemCall() {
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < CALLS; i++) {
      SystemCall.GETPID.call();
    }
    watch.stop();
    return watch.nsPer(CALLS);
  }

  private static double atomic(Futex word) {
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < ATOMICS; i++) {
      word.add(1);
    }
    watch.stop();
    return watch.nsPer(ATOMICS);
  }

  private static double wake(Futex word) {
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < CALLS; i++) {
      word.wake();
    }
    watch.stop();
    return watch.nsPer(CALLS);
  }

  private static double await(Futex word) {
    int other = word.value() + 1;
    Watch watch = new Watch();
    watch.start();
    for (int i = 0; i < CALLS; i++) {
      word.await(other);
    }
    watch.stop();
    return watch.nsPer(CALLS);
  }
}
