package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.cost.Work;

/** What each kind of charge costs on a machine, and from which of its numbers that follows. */
record PriceList(MachineProfile machine) {
  /** The numbers behind charges that are no primitives. */
  private static final Map<String, List<String>> NUMBERS =
      Map.ofEntries(
          Map.entry("BUS_WAIT", List.of("memory.bus_ps_per_byte")),
          Map.entry("CACHE_FLUSH_LINE", List.of("memory.dma_flush_line_ns")),
          Map.entry(
              "COPY_BYTES",
              List.of(
                  "memory.copy_private_ps_per_byte",
                  "memory.copy_shared_ps_per_byte",
                  "memory.copy_memory_ps_per_byte")),
          Map.entry("DESCRIPTOR", List.of("device.descriptor_ns")),
          Map.entry("DOORBELL", List.of("device.doorbell_ns")),
          Map.entry("FLUSH", List.of("device.flush_us")),
          Map.entry("HEADER_BYTES", List.of("memory.copy_private_ps_per_byte")),
          Map.entry("IDLE_EXIT", List.of("cpu.idle_exit_ns", "cpu.ipi_latency_ns")),
          Map.entry("INTERRUPT", List.of("interrupts.entry_ns")),
          Map.entry("IOMMU_INVALIDATE", List.of("iommu.invalidate_ns")),
          Map.entry("IOMMU_MAP_PAGE", List.of("iommu.map_page_ns")),
          Map.entry("IOMMU_UNMAP_PAGE", List.of("iommu.unmap_page_ns")),
          Map.entry("IPI_SEND", List.of("cpu.ipi_send_ns")),
          Map.entry(
              "MEDIUM",
              List.of(
                  "device.disk.overhead_us",
                  "device.disk.track_seek_us",
                  "device.disk.full_seek_us",
                  "device.disk.rotation_us",
                  "device.disk.media_ps_per_byte",
                  "device.flash.read_us",
                  "device.flash.program_us",
                  "device.flash.channel_ps_per_byte")),
          Map.entry("PTE_WRITE", List.of("mmu.pte_write_ns")),
          Map.entry("SHOOTDOWN_HANDLER", List.of("cpu.ipi_receive_ns", "mmu.invalidate_page_ns")),
          Map.entry("SHOOTDOWN_WAIT", List.of("mmu.shootdown_ns")),
          Map.entry("TLB_FLUSH", List.of("mmu.flush_all_ns")),
          Map.entry("TLB_INVALIDATE", List.of("mmu.invalidate_page_ns", "mmu.flush_all_ns")),
          Map.entry("TLB_MISS", List.of("mmu.tlb_miss_ns")),
          Map.entry(
              "TOUCH_BYTES",
              List.of(
                  "memory.touch_private_ps_per_byte",
                  "memory.touch_shared_ps_per_byte",
                  "memory.touch_memory_ps_per_byte")),
          Map.entry("TRANSFER", List.of("device.link_ps_per_byte", "memory.bus_ps_per_byte")),
          Map.entry("ZERO_BYTES", List.of("memory.zero_ps_per_byte")));

  List<String> lines(List<String> charges) {
    TextTable table = new TextTable("lrl");
    for (String charge : charges) {
      Optional<Primitive> primitive =
          Arrays.stream(Primitive.values()).filter(p -> p.name().equals(charge)).findFirst();
      if (primitive.isPresent()) {
        table.row("  " + charge, price(primitive.get()), work(primitive.get()));
      } else if (NUMBERS.containsKey(charge)) {
        table.row("  " + charge, "", numbers(NUMBERS.get(charge)));
      }
    }
    return table.lines();
  }

  private String price(Primitive primitive) {
    return Picoseconds.ns(new Prices(machine).of(primitive));
  }

  private String work(Primitive primitive) {
    if (machine.measuredPs().containsKey(primitive)) {
      return "measured whole on this machine";
    }
    Work work = primitive.work();
    List<String> parts = new ArrayList<>();
    add(parts, work.instructions(), "instructions", machine.cpu().instructionPs());
    add(parts, work.lines(), "lines", machine.cpu().linePs());
    add(parts, work.atomics(), "atomics", machine.cpu().lockPs());
    add(parts, work.traps(), "traps", machine.cpu().systemCallPs());
    add(parts, work.allocations(), "allocations", machine.cpu().allocationPs());
    return String.join(" + ", parts);
  }

  private static void add(List<String> parts, int count, String what, long ps) {
    if (count > 0) {
      String name = count == 1 ? what.substring(0, what.length() - 1) : what;
      parts.add(count + " " + name + " x " + Picoseconds.ns(ps));
    }
  }

  private String numbers(List<String> keys) {
    Stream<MachineProfile.Number> stated =
        machine.numbers().stream().filter(number -> keys.contains(number.key()));
    return stated
        .map(number -> number.key() + " = " + number.value())
        .collect(Collectors.joining(", "));
  }
}
