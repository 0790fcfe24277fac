package org.portbench.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.portbench.hardware.mmu.PageTable;

/** Ranges of a page table; the longest reaches into a second leaf. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PagesBenchmark {
  private static final long FIRST = 256 + 100;

  @Param("16")
  public int pages;

  private final PageTable table = new PageTable();

  @Benchmark
  public int map() {
    for (int i = 0; i < pages; i++) {
      table.map(FIRST + i, i, true);
    }
    return table.presentEntries();
  }

  @Benchmark
  public int mapAndProtect() {
    map();
    return table.protectRange(FIRST, pages);
  }

  @Benchmark
  public int mapAndUnmap() {
    map();
    return table.unmapRange(FIRST, pages);
  }
}
