package org.portbench.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.portbench.hardware.mmu.AddressSpace;
import org.portbench.hardware.mmu.Tlb;

/** A TLB of 128 sets of 12 ways. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TlbBenchmark {
  private static final int SETS = 128;
  private static final int WAYS = 12;
  private static final int RANGE = 16;
  private static final long ENTRY = 3;

  private final AddressSpace space = new AddressSpace(1, "bench");
  private final Tlb full = new Tlb(SETS, WAYS);
  private final Tlb churned = new Tlb(SETS, WAYS);
  private int page;
  private long fresh;

  /** Every page that is asked for below is there. */
  public TlbBenchmark() {
    for (int i = 0; i < SETS * WAYS; i++) {
      full.insert(space, i, ENTRY);
    }
  }

  @Benchmark
  public long probeHit() {
    page = (page + 1) & (SETS - 1);
    return full.probe(space, page);
  }

  /** A page that was never seen, or so long ago that others have taken its place. */
  @Benchmark
  public long missAndInsert() {
    fresh = (fresh + 1) & ((1 << 20) - 1);
    long found = churned.probe(space, fresh);
    churned.insert(space, fresh, ENTRY);
    return found;
  }

  /** Puts 16 pages in and takes them out again. */
  @Benchmark
  public void insertAndInvalidate() {
    for (int i = 0; i < RANGE; i++) {
      churned.insert(space, i, ENTRY);
    }
    for (int i = 0; i < RANGE; i++) {
      churned.invalidate(space, i);
    }
  }
}
