package org.portbench.strategies.kernel.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Showing at one place of a map what it shows at another. */
class OverlayTest {
  private final VmBench bench = new VmBench();
  private final VmMap map = bench.vm.createMap("client");

  /**
   * The two pages in the middle of four, both written: their entry is one of three after two cuts,
   * two translations go in one round, the entry and its object's reference are given back. One
   * entry with a reference comes, no translation is written.
   */
  @Test
  void whatWasThereGoes_andTheOtherIsSeenInItsPlace() {
    long place = bench.filled(map, 4);
    long other = bench.filled(map, 2);
    bench.write(map, other, 50);
    bench.charges.take();
    map.overlay(place + 1, other, 2);
    assertEquals(
        Map.of(
            "MAP_LOOKUP", 1L,
            "MAP_ENTRY_INSERT", 3L,
            "MAP_ENTRY_REMOVE", 1L,
            "OBJECT_REFERENCE", 4L,
            "PTE_WRITE", 2L,
            "TLB_INVALIDATE", 2L),
        bench.charges.take());
    map.remove(other, 2);
    assertTrue(bench.holds(map, place, 1));
    assertTrue(bench.holds(map, place + 1, 50));
    assertTrue(bench.holds(map, place + 2, 2));
    assertTrue(bench.holds(map, place + 3, 4));
    assertThrows(AddressFault.class, () -> bench.access(map, other, Access.READ));
    map.remove(place, 4);
    assertEquals(0, bench.frames());
    assertEquals(0, bench.vm.liveEntries());
    assertEquals(0, bench.vm.liveObjects());
  }
}
