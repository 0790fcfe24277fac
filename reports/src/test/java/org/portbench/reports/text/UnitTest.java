package org.portbench.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UnitTest {

  @Test
  void theUnitStandsAtTheEndOfAKey() {
    assertEquals("ns", Unit.of("cpu.system_call_ns"));
    assertEquals("B", Unit.of("tlb.page_bytes"));
    assertEquals("rpm", Unit.of("disk.rpm"));
  }

  @Test
  void aRateHasTwoUnits() {
    assertEquals("ps/B", Unit.of("bus.copy_cold_ps_per_byte"));
    assertEquals("B/µs", Unit.of("disk.bandwidth_bytes_per_us"));
    assertEquals("ns/page", Unit.of("iommu.map_ns_per_page"));
  }

  @Test
  void aCountHasNone() {
    assertEquals("", Unit.of("cpu.count"));
    assertEquals("", Unit.of("entries"));
    assertEquals("", Unit.of(""));
  }
}
