package org.portbench.hardware.cost;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.MachineProfile.Interrupts;
import org.portbench.hardware.cost.MachineProfile.Iommu;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.MachineProfile.Memory;
import org.portbench.hardware.cost.MachineProfile.Mmu;
import org.portbench.hardware.cost.MachineProfile.Processor;

/** What a profile says, key by key: each key stands here once, with what its value may be. */
final class ProfileReader {
  private static final int MANY = 1 << 20;

  private final ProfileText text;
  private final List<String> content = new ArrayList<>();

  private ProfileReader(ProfileText text) {
    this.text = text;
  }

  static MachineProfile read(ProfileText text) {
    return new ProfileReader(text).profile();
  }

  private MachineProfile profile() {
    return new MachineProfile(
        text.name(),
        text.description(),
        text.year(),
        cpu(section("cpu")),
        memory(section("memory")),
        mmu(section("mmu")),
        iommu(section("iommu")),
        interrupts(section("interrupts")),
        new DeviceReader(section("device"), section("device.disk"), section("device.flash")).read(),
        measured(section("measured")),
        digest(),
        text.values().stream().map(Stated::number).toList());
  }

  private static Processor cpu(ProfileSection cpu) {
    return cpu.complete(
        new Processor(
            cpu.count("cores", 1, 1024),
            cpu.timeAboveZero("instruction_ps"),
            cpu.time("line_ns"),
            cpu.time("atomic_ns"),
            cpu.time("allocation_ns"),
            cpu.timeAboveZero("system_call_ns"),
            cpu.time("ipi_send_ns"),
            cpu.time("ipi_receive_ns"),
            cpu.time("ipi_latency_ns"),
            cpu.time("idle_exit_ns")));
  }

  private static Memory memory(ProfileSection memory) {
    return memory.complete(
        new Memory(
            memory.powerOfTwo("page_bytes", 1024, 65_536),
            memory.powerOfTwo("line_bytes", 4, 1024),
            memory.bytes("total_mib", 1, 1 << 20),
            memory.bytes("private_cache_kib", 0, 1 << 20),
            memory.bytes("shared_cache_kib", 0, 1 << 22),
            memory.rate("copy_private_ps_per_byte"),
            memory.rate("copy_shared_ps_per_byte"),
            memory.rate("copy_memory_ps_per_byte"),
            memory.rate("touch_private_ps_per_byte"),
            memory.rate("touch_shared_ps_per_byte"),
            memory.rate("touch_memory_ps_per_byte"),
            memory.rate("zero_ps_per_byte"),
            memory.rate("bus_ps_per_byte"),
            memory.flag("dma_fills_cache"),
            memory.time("dma_flush_line_ns")));
  }

  private static Mmu mmu(ProfileSection mmu) {
    return mmu.complete(
        new Mmu(
            mmu.powerOfTwo("tlb_sets", 1, 16_384),
            mmu.count("tlb_ways", 1, 256),
            mmu.flag("tagged"),
            mmu.flag("direct_map"),
            mmu.time("tlb_miss_ns"),
            mmu.time("pte_write_ns"),
            mmu.time("invalidate_page_ns"),
            mmu.time("flush_all_ns"),
            mmu.time("shootdown_ns"),
            mmu.count("full_flush_above_pages", 0, MANY)));
  }

  /** A machine that has no IOMMU states its mode alone. */
  private static Iommu iommu(ProfileSection iommu) {
    IommuMode mode = iommu.choice("mode", IommuMode.class);
    if (mode == IommuMode.OFF && !iommu.has("map_page_ns")) {
      return iommu.complete(new Iommu(mode, 0, 0, 0, 1));
    }
    return iommu.complete(
        new Iommu(
            mode,
            iommu.time("map_page_ns"),
            iommu.time("unmap_page_ns"),
            iommu.time("invalidate_ns"),
            iommu.count("lazy_batch_pages", 1, MANY)));
  }

  private static Interrupts interrupts(ProfileSection interrupts) {
    return interrupts.complete(
        new Interrupts(
            interrupts.time("entry_ns"),
            interrupts.count("coalesce_completions", 1, 65_536),
            interrupts.time("coalesce_us")));
  }

  private static Map<Primitive, Long> measured(ProfileSection measured) {
    Map<Primitive, Long> prices = new EnumMap<>(Primitive.class);
    for (Primitive primitive : Primitive.values()) {
      if (primitive != Primitive.SYSTEM_CALL) {
        measured
            .optionalTime(ProfileSection.key(primitive) + "_ns")
            .ifPresent(ps -> prices.put(primitive, ps));
      }
    }
    return measured.complete(Collections.unmodifiableMap(prices));
  }

  private ProfileSection section(String name) {
    ProfilePlace nowhere = new ProfilePlace(text.file(), 1);
    ProfilePlace start = text.sections().getOrDefault(name, nowhere);
    return new ProfileSection(name, start, text.values(), content);
  }

  private String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] lines = String.join("\n", content).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha256.digest(lines), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
