package org.portbench.hardware.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.sim.RandomStream;

/** A TLB and maps in the order of use, page by page and by runs of pages. */
class TlbOracleTest {
  private static final int OPERATIONS = 20_000;

  /** A bit that about every fourth entry lacks. */
  private static final long NEEDED = 2;

  private final List<AddressSpace> spaces =
      List.of(
          new AddressSpace(AddressSpace.KERNEL_TAG, "kernel"),
          new AddressSpace(1, "one"),
          new AddressSpace(2, "two"));

  private final long[] found = new long[64];

  @ParameterizedTest(name = "seed {0}, {1} sets of {2} ways, {3} pages")
  @CsvSource({
    "1, 1, 4, 8",
    "2, 4, 2, 20",
    "3, 1, 56, 60",
    "4, 16, 3, 40",
    "20030716, 128, 12, 900"
  })
  void randomUse_agreesWithALeastRecentlyUsedMapForEachSet(
      long seed, int sets, int ways, int pages) {
    RandomStream random = new RandomStream(seed, "translations");
    Tlb tlb = new Tlb(sets, ways);
    LeastRecentlyUsed oracle = new LeastRecentlyUsed(sets, ways);
    for (int i = 1; i <= OPERATIONS; i++) {
      AddressSpace space = spaces.get((int) random.below(3));
      long page = random.below(pages);
      int run = 1 + (int) random.below(Math.min(found.length, pages));
      String where = "seed " + seed + ", operation " + i;
      switch ((int) random.below(8)) {
        case 0, 1 -> {
          tlb.insert(space, page, entry(random, i));
          oracle.insert(space, page, tlb.probe(space, page));
        }
        case 2, 3 -> assertEquals(oracle.probe(space, page), tlb.probe(space, page), where);
        case 4, 5 -> probeRun(tlb, oracle, space, page, run, where);
        case 6 -> fillRun(random, tlb, oracle, space, page, run, where);
        default -> forget(random, tlb, oracle, space, page, run);
      }
    }
    checkAll(tlb, oracle, pages + found.length, "seed " + seed);
  }

  /** Never 0, and no two alike. */
  private static long entry(RandomStream random, int i) {
    return 4L * i + 1 + (random.below(4) == 0 ? 0 : NEEDED);
  }

  private void probeRun(
      Tlb tlb, LeastRecentlyUsed oracle, AddressSpace space, long first, int run, String where) {
    long before = tlb.probes();
    int hits = tlb.probeRun(space, first, run, NEEDED, found);
    assertEquals(before + hits, tlb.probes(), where);
    for (int i = 0; i < hits; i++) {
      assertEquals(oracle.probe(space, first + i), found[i], where);
      assertEquals(NEEDED, found[i] & NEEDED, where);
    }
    if (hits < run) {
      // Looking at what ended the run is a use of its own, to both.
      long entry = tlb.probe(space, first + hits);
      assertEquals(oracle.probe(space, first + hits), entry, where);
      assertEquals(0, entry & NEEDED, where);
    }
  }

  private void fillRun(
      RandomStream random,
      Tlb tlb,
      LeastRecentlyUsed oracle,
      AddressSpace space,
      long first,
      int run,
      String where) {
    int lacking = 0;
    while (lacking < run && !oracle.holds(space, first + lacking)) {
      lacking++;
    }
    assertEquals(lacking, tlb.lacks(space, first, run), where);
    for (int i = 0; i < lacking; i++) {
      found[i] = entry(random, (int) first + i);
      oracle.insert(space, first + i, found[i]);
    }
    long before = tlb.probes();
    tlb.fillRun(space, first, found, lacking);
    assertEquals(before + lacking, tlb.probes(), where);
  }

  private static void forget(
      RandomStream random,
      Tlb tlb,
      LeastRecentlyUsed oracle,
      AddressSpace space,
      long first,
      int run) {
    switch ((int) random.below(20)) {
      case 0 -> {
        tlb.flushAll();
        oracle.flushAll();
      }
      case 1, 2 -> {
        tlb.flushNonGlobal();
        oracle.flushNonGlobal();
      }
      case 3, 4, 5, 6 -> {
        tlb.invalidate(space, first, run);
        for (int i = 0; i < run; i++) {
          oracle.invalidate(space, first + i);
        }
      }
      default -> {
        tlb.invalidate(space, first);
        oracle.invalidate(space, first);
      }
    }
  }

  private void checkAll(Tlb tlb, LeastRecentlyUsed oracle, int pages, String where) {
    for (AddressSpace space : spaces) {
      for (int page = 0; page < pages; page++) {
        assertEquals(oracle.probe(space, page), tlb.probe(space, page), where + ", page " + page);
      }
    }
  }
}
