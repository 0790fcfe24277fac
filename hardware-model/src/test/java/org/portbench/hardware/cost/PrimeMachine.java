package org.portbench.hardware.cost;

import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.MachineProfile.Device;
import org.portbench.hardware.cost.MachineProfile.Interrupts;
import org.portbench.hardware.cost.MachineProfile.Iommu;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.MachineProfile.Medium.Flash;
import org.portbench.hardware.cost.MachineProfile.Memory;
import org.portbench.hardware.cost.MachineProfile.Mmu;
import org.portbench.hardware.cost.MachineProfile.Processor;

/** A machine for tests, whose prices are primes where that helps: each shows in a sum. */
public final class PrimeMachine {
  public static final int PAGE_BYTES = 4096;
  public static final long PRIVATE_BYTES = 4 * PAGE_BYTES;
  public static final long SHARED_BYTES = 16 * PAGE_BYTES;
  public static final int FRAMES = 64;
  public static final long BUS_PS_PER_BYTE = 3;

  public static final long IPI_SEND_PS = 211;
  public static final long IPI_RECEIVE_PS = 307;
  public static final long IPI_LATENCY_PS = 401;
  public static final long IDLE_EXIT_PS = 503;

  public static final long INVALIDATE_PAGE_PS = 23;
  public static final long FLUSH_ALL_PS = 101;
  public static final long SHOOTDOWN_PS = 607;
  public static final int FULL_FLUSH_ABOVE = 3;

  public static final long IOMMU_MAP_PS = 29;
  public static final long IOMMU_UNMAP_PS = 31;
  public static final long IOMMU_INVALIDATE_PS = 701;
  public static final int LAZY_BATCH_PAGES = 8;

  public static final long INTERRUPT_PS = 1009;

  private PrimeMachine() {}

  /** Tagged TLBs, coherent DMA that leaves the cache alone, no IOMMU, an interrupt a completion. */
  public static MachineProfile cores(int cores) {
    return profile(cores, memory(false, 0), mmu(true), iommu(IommuMode.OFF), once());
  }

  public static MachineProfile untagged(int cores) {
    return profile(cores, memory(false, 0), mmu(false), iommu(IommuMode.OFF), once());
  }

  public static MachineProfile iommu(int cores, IommuMode mode) {
    return profile(cores, memory(false, 0), mmu(true), iommu(mode), once());
  }

  public static MachineProfile dma(boolean fillsCache, long flushLinePs) {
    return profile(2, memory(fillsCache, flushLinePs), mmu(true), iommu(IommuMode.OFF), once());
  }

  public static MachineProfile coalescing(int completions, long delayPs) {
    Interrupts interrupts = new Interrupts(INTERRUPT_PS, completions, delayPs);
    return profile(1, memory(false, 0), mmu(true), iommu(IommuMode.OFF), interrupts);
  }

  private static MachineProfile profile(
      int cores, Memory memory, Mmu mmu, Iommu iommu, Interrupts interrupts) {
    return new MachineProfile(
        "prime",
        "for tests",
        2026,
        new Processor(
            cores, 2, 3, 5, 7, 997, IPI_SEND_PS, IPI_RECEIVE_PS, IPI_LATENCY_PS, IDLE_EXIT_PS),
        memory,
        mmu,
        iommu,
        interrupts,
        new Device(
            512, 1L << 30, 8, 16, 16, 1 << 20, 37, 41, 43, 1000, new Flash(1, 4096, 47, 53, 59)),
        Map.of(),
        "",
        List.of());
  }

  /** Copies cost 10, 20 or 40 ps a byte, touches 5, 9 or 17, by where the bytes are. */
  private static Memory memory(boolean dmaFillsCache, long flushLinePs) {
    return new Memory(
        PAGE_BYTES,
        64,
        (long) FRAMES * PAGE_BYTES,
        PRIVATE_BYTES,
        SHARED_BYTES,
        10,
        20,
        40,
        5,
        9,
        17,
        11,
        BUS_PS_PER_BYTE,
        dmaFillsCache,
        flushLinePs);
  }

  private static Mmu mmu(boolean tagged) {
    return new Mmu(
        4,
        2,
        tagged,
        true,
        17,
        19,
        INVALIDATE_PAGE_PS,
        FLUSH_ALL_PS,
        SHOOTDOWN_PS,
        FULL_FLUSH_ABOVE);
  }

  private static Iommu iommu(IommuMode mode) {
    return new Iommu(mode, IOMMU_MAP_PS, IOMMU_UNMAP_PS, IOMMU_INVALIDATE_PS, LAZY_BATCH_PAGES);
  }

  private static Interrupts once() {
    return new Interrupts(INTERRUPT_PS, 1, 0);
  }
}
