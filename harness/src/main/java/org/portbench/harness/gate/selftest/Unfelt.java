package org.portbench.harness.gate.selftest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.MachineProfile.Medium.Disk;
import org.portbench.hardware.cost.MachineProfile.Number;

/**
 * The numbers of which one unit cannot be felt, whatever is run, and why: limits that are far away,
 * prices of what a machine does not have, and what a turning disk swallows. Each says what makes it
 * felt, so that the reason can be tried.
 *
 * @param when which machines that is so of
 * @param premise numbers that the machine is given, on both sides of the comparison
 * @param changed the number with another value, and what must go with it; one unit more if empty
 */
record Unfelt(
    String key,
    Predicate<MachineProfile> when,
    List<Number> premise,
    List<Number> changed,
    String reason) {
  private static final String ONE_CPU = "the machine has one CPU";
  private static final String IDLE = "the machine has one CPU; others would wait for its disk";
  private static final String LIMIT = "a limit that the suite stays far below";
  private static final String NO_SHARED = "the machine has no shared cache";
  private static final String TURNS = "the disk turns meanwhile: only what makes it miss is felt";
  private static final String NOT_COALESCED = "interrupts are not coalesced";
  private static final String COHERENT = "DMA is coherent: no line is flushed for it";
  private static final String NO_IOMMU = "the machine has no IOMMU, whose prices this needs";
  private static final String RING = "no more than the ring has entries";
  private static final String QUEUE = "the device's queue is full before";
  private static final String ONE_RANGE = "an IOMMU makes one segment of all, or few are needed";

  private static final String BUSY =
      "cpu.cores=4 device.ring_entries=64 device.queue_depth=64 device.link_ps_per_byte=1"
          + " device.disk.track_seek_us=0 device.disk.full_seek_us=0 device.disk.rotation_us=1"
          + " device.disk.media_ps_per_byte=1 device.disk.overhead_us=0";

  private static final Predicate<MachineProfile> UNSHARED =
      machine -> machine.memory().sharedCacheBytes() == 0;
  private static final Predicate<MachineProfile> TURNING =
      machine -> machine.device().medium() instanceof Disk;
  private static final Predicate<MachineProfile> SHORT_RING =
      machine -> machine.device().ringEntries() == machine.device().queueDepth();

  private static final List<Unfelt> ALL =
      List.of(
          rule("cpu.cores", machine -> machine.cpu().cores() > 4, "", "cpu.cores=2", LIMIT),
          rule("cpu.atomic_ns", Unfelt::hasOneCpu, "cpu.cores=4", "", ONE_CPU),
          rule("cpu.ipi_send_ns", Unfelt::hasOneCpu, "cpu.cores=4", "", ONE_CPU),
          rule("cpu.ipi_receive_ns", Unfelt::hasOneCpu, BUSY, "", IDLE),
          rule("cpu.ipi_latency_ns", Unfelt::hasOneCpu, "cpu.cores=4", "", ONE_CPU),
          rule("mmu.shootdown_ns", Unfelt::hasOneCpu, BUSY, "", IDLE),
          rule(
              "memory.line_bytes",
              machine -> machine.memory().dmaFlushLinePs() == 0,
              "memory.dma_flush_line_ns=0.001",
              "",
              COHERENT),
          rule("memory.total_mib", Unfelt::any, "", "memory.total_mib=1", LIMIT),
          rule(
              "memory.shared_cache_kib",
              UNSHARED.negate(),
              "",
              "memory.shared_cache_kib=64",
              LIMIT),
          rule(
              "memory.shared_cache_kib",
              UNSHARED,
              "memory.copy_shared_ps_per_byte=1 memory.touch_shared_ps_per_byte=1",
              "memory.shared_cache_kib=4096",
              NO_SHARED),
          rule(
              "memory.copy_shared_ps_per_byte",
              UNSHARED,
              "memory.shared_cache_kib=4096",
              "",
              NO_SHARED),
          rule(
              "memory.touch_shared_ps_per_byte",
              UNSHARED,
              "memory.shared_cache_kib=4096",
              "",
              NO_SHARED),
          rule(
              "memory.dma_fills_cache",
              UNSHARED,
              "memory.shared_cache_kib=4096 memory.touch_shared_ps_per_byte=1",
              "",
              NO_SHARED),
          rule("mmu.tlb_sets", machine -> machine.mmu().tlbSets() > 1, "", "mmu.tlb_sets=1", LIMIT),
          rule("mmu.tlb_ways", Unfelt::any, "", "mmu.tlb_ways=1", LIMIT),
          rule(
              "iommu.mode",
              machine -> machine.iommu().mode() == IommuMode.OFF,
              "",
              "iommu.mode=lazy iommu.map_page_ns=1 iommu.unmap_page_ns=1 iommu.invalidate_ns=1"
                  + " iommu.lazy_batch_pages=1",
              NO_IOMMU),
          rule(
              "interrupts.coalesce_completions",
              machine -> machine.interrupts().coalescePs() == 0,
              "interrupts.coalesce_us=0.000001",
              "",
              NOT_COALESCED),
          rule(
              "interrupts.coalesce_us",
              machine -> machine.interrupts().coalesceCompletions() == 1,
              "interrupts.coalesce_completions=2",
              "",
              NOT_COALESCED),
          rule("device.capacity_mib", TURNING.negate(), "", "device.capacity_mib=1", LIMIT),
          rule("device.capacity_mib", TURNING, "", "device.capacity_mib=8192", TURNS),
          rule("device.queue_depth", SHORT_RING, "device.ring_entries=1024", "", RING),
          rule("device.queue_depth", SHORT_RING.negate(), "", "device.queue_depth=1", LIMIT),
          rule(
              "device.ring_entries",
              SHORT_RING.negate(),
              "device.queue_depth=1",
              "device.ring_entries=1",
              QUEUE),
          rule(
              "device.max_segments",
              machine -> machine.iommu().mode() == IommuMode.OFF,
              "",
              "device.max_segments=8",
              ONE_RANGE),
          rule(
              "device.max_segments",
              machine -> machine.iommu().mode() != IommuMode.OFF,
              "iommu.mode=off",
              "device.max_segments=8",
              ONE_RANGE),
          rule("device.flush_us", TURNING, "", "device.flush_us=4000", TURNS),
          rule(
              "device.disk.track_seek_us",
              Unfelt::any,
              "",
              "device.disk.track_seek_us=4321",
              TURNS),
          rule(
              "device.disk.full_seek_us", Unfelt::any, "", "device.disk.full_seek_us=30000", TURNS),
          rule("device.disk.cylinders", Unfelt::any, "", "device.disk.cylinders=1000", TURNS));

  /** What holds of a number, if anything does. */
  static Optional<Nudge> of(MachineProfile machine, Number number) {
    return ALL.stream()
        .filter(rule -> rule.key.equals(number.key()) && rule.when.test(machine))
        .findFirst()
        .map(rule -> rule.nudge(machine, number));
  }

  private Nudge nudge(MachineProfile machine, Number number) {
    Nudge alone = new Nudge(machine, premise, List.of(number), reason);
    List<Number> values =
        changed.isEmpty() ? List.of(OneUnit.more(alone.before(), number)) : changed;
    return new Nudge(machine, premise, values, reason);
  }

  private static Unfelt rule(
      String key, Predicate<MachineProfile> when, String premise, String changed, String reason) {
    return new Unfelt(key, when, numbers(premise), numbers(changed), reason);
  }

  private static boolean hasOneCpu(MachineProfile machine) {
    return machine.cpu().cores() == 1;
  }

  private static boolean any(MachineProfile machine) {
    return !machine.numbers().isEmpty();
  }

  private static List<Number> numbers(String text) {
    return Arrays.stream(text.split(" ", -1))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", -1))
        .map(pair -> new Number(pair[0], pair[1], "estimate", "as the self-test has it"))
        .toList();
  }
}
