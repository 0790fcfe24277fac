package org.portbench.hardware.cost;

import java.util.List;

/** A small valid profile, in which a test changes one line to see what becomes of it. */
final class SampleProfile {
  static final String FILE = "sample.toml";

  private static final String TEXT =
      """
      [machine]
      name = "sample"
      description = "For tests"
      year = 1999
      [cpu]
      cores = { value = 2, status = "verified", source = "s" }
      instruction_ps = { value = 500, status = "verified", source = "s" }
      line_ns = { value = 0.84, status = "estimate", source = "s" }
      atomic_ns = { value = 3, status = "verified", source = "s" }
      allocation_ns = { value = 4, status = "verified", source = "s" }
      system_call_ns = { value = 670, status = "verified", source = "s" }
      ipi_send_ns = { value = 6, status = "verified", source = "s" }
      ipi_receive_ns = { value = 7, status = "verified", source = "s" }
      ipi_latency_ns = { value = 8, status = "verified", source = "s" }
      idle_exit_ns = { value = 9, status = "verified", source = "s" }
      [memory]
      page_bytes = { value = 4096, status = "verified", source = "s" }
      line_bytes = { value = 32, status = "verified", source = "s" }
      total_mib = { value = 64, status = "verified", source = "s" }
      private_cache_kib = { value = 256, status = "verified", source = "s" }
      shared_cache_kib = { value = 512, status = "verified", source = "s" }
      copy_private_ps_per_byte = { value = 11, status = "verified", source = "s" }
      copy_shared_ps_per_byte = { value = 12, status = "verified", source = "s" }
      copy_memory_ps_per_byte = { value = 13, status = "verified", source = "s" }
      touch_private_ps_per_byte = { value = 14, status = "verified", source = "s" }
      touch_shared_ps_per_byte = { value = 15, status = "verified", source = "s" }
      touch_memory_ps_per_byte = { value = 16, status = "verified", source = "s" }
      zero_ps_per_byte = { value = 17, status = "verified", source = "s" }
      bus_ps_per_byte = { value = 18, status = "verified", source = "s" }
      dma_fills_cache = { value = true, status = "verified", source = "s" }
      dma_flush_line_ns = { value = 19, status = "verified", source = "s" }
      [mmu]
      tlb_sets = { value = 4, status = "verified", source = "s" }
      tlb_ways = { value = 3, status = "verified", source = "s" }
      tagged = { value = true, status = "verified", source = "s" }
      direct_map = { value = false, status = "verified", source = "s" }
      tlb_miss_ns = { value = 20, status = "verified", source = "s" }
      pte_write_ns = { value = 21, status = "verified", source = "s" }
      invalidate_page_ns = { value = 22, status = "verified", source = "s" }
      flush_all_ns = { value = 23, status = "verified", source = "s" }
      shootdown_ns = { value = 24, status = "verified", source = "s" }
      full_flush_above_pages = { value = 25, status = "verified", source = "s" }
      [iommu]
      mode = { value = "strict", status = "verified", source = "s" }
      map_page_ns = { value = 26, status = "verified", source = "s" }
      unmap_page_ns = { value = 27, status = "verified", source = "s" }
      invalidate_ns = { value = 28, status = "verified", source = "s" }
      lazy_batch_pages = { value = 29, status = "verified", source = "s" }
      [interrupts]
      entry_ns = { value = 30, status = "verified", source = "s" }
      coalesce_completions = { value = 4, status = "verified", source = "s" }
      coalesce_us = { value = 31, status = "verified", source = "s" }
      [device]
      block_bytes = { value = 512, status = "verified", source = "s" }
      capacity_mib = { value = 128, status = "verified", source = "s" }
      queue_depth = { value = 16, status = "verified", source = "s" }
      ring_entries = { value = 32, status = "verified", source = "s" }
      max_segments = { value = 33, status = "verified", source = "s" }
      max_transfer_kib = { value = 64, status = "verified", source = "s" }
      doorbell_ns = { value = 34, status = "verified", source = "s" }
      descriptor_ns = { value = 35, status = "verified", source = "s" }
      link_ps_per_byte = { value = 36, status = "verified", source = "s" }
      flush_us = { value = 37, status = "verified", source = "s" }
      [device.disk]
      track_seek_us = { value = 1.5, status = "verified", source = "s" }
      full_seek_us = { value = 39, status = "verified", source = "s" }
      rotation_us = { value = 40, status = "verified", source = "s" }
      media_ps_per_byte = { value = 41, status = "verified", source = "s" }
      overhead_us = { value = 42, status = "verified", source = "s" }
      cylinders = { value = 43, status = "verified", source = "s" }
      [measured]
      soft_fault_ns = { value = 44, status = "derived", source = "from s" }
      """;

  private SampleProfile() {}

  static MachineProfile read() {
    return parse(TEXT);
  }

  /** With one line replaced; the first that begins so. */
  static String with(String begin, String replacement) {
    List<String> lines = TEXT.lines().toList();
    int at = indexOf(lines, begin);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(i == at ? replacement : lines.get(i)).append('\n');
    }
    return text.toString();
  }

  /** With another value for a key. */
  static String withValue(String key, String value) {
    return with(
        key + " ", key + " = { value = " + value + ", status = \"verified\", source = \"s\" }");
  }

  static String text() {
    return TEXT;
  }

  static MachineProfile parse(String text) {
    return MachineProfiles.parse(FILE, text);
  }

  private static int indexOf(List<String> lines, String begin) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(begin)) {
        return i;
      }
    }
    throw new IllegalArgumentException("no line begins with " + begin);
  }
}
