package org.portbench.hardware.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of one machine. Times are picoseconds here and carry their own unit in the file; each
 * number's source stands beside it in {@code machines/NAME.toml} and in {@link #numbers()}.
 *
 * @param year whose hardware it is
 * @param measuredPs primitives whose price was measured whole; the others are priced by {@link
 *     Work}
 * @param digest of the numbers alone: the same for two profiles that mean the same machine
 * @param numbers as the file states them, in its order
 */
public record MachineProfile(
    String name,
    String description,
    int year,
    Processor cpu,
    Memory memory,
    Mmu mmu,
    Iommu iommu,
    Interrupts interrupts,
    Device device,
    Map<Primitive, Long> measuredPs,
    String digest,
    List<Number> numbers) {

  /**
   * @param linePs price of one cache line of kernel data that is not in the first level
   * @param systemCallPs price of entering and leaving the kernel
   * @param allocationPs price of a small allocation and its release
   * @param ipiSendPs until the sender of an inter-processor interrupt goes on
   * @param ipiReceivePs entry and exit on the target
   * @param ipiLatencyPs from sending to the first instruction on the target
   * @param idleExitPs from the wake-up to the first instruction of an idle CPU
   */
  public record Processor(
      int cores,
      long instructionPs,
      long linePs,
      long atomicPs,
      long allocationPs,
      long systemCallPs,
      long ipiSendPs,
      long ipiReceivePs,
      long ipiLatencyPs,
      long idleExitPs) {

    /**
     * What an atomic costs a kernel that is built for the machine: for one processor, it has none.
     */
    public long lockPs() {
      return cores == 1 ? 0 : atomicPs;
    }
  }

  /**
   * Rates are for one byte copied or touched with its line in the private caches of the CPU, in the
   * shared last-level cache, or in memory.
   *
   * @param busPsPerByte the bus that cold copies and DMA share
   * @param dmaFillsCache DMA into memory leaves the data in the last-level cache instead of
   *     invalidating it
   * @param dmaFlushLinePs what a CPU pays per line before DMA where DMA is not coherent, else 0
   */
  public record Memory(
      int pageBytes,
      int lineBytes,
      long totalBytes,
      long privateCacheBytes,
      long sharedCacheBytes,
      long copyPrivatePsPerByte,
      long copySharedPsPerByte,
      long copyMemoryPsPerByte,
      long touchPrivatePsPerByte,
      long touchSharedPsPerByte,
      long touchMemoryPsPerByte,
      long zeroPsPerByte,
      long busPsPerByte,
      boolean dmaFillsCache,
      long dmaFlushLinePs) {}

  /**
   * @param tagged TLB entries carry an address-space tag; without, a switch flushes what is not
   *     global
   * @param directMap the kernel sees all of memory through a standing mapping
   * @param shootdownPs what a round costs its initiator beyond one interrupt and the invalidations:
   *     posting the request and waiting for the slowest
   * @param fullFlushAbovePages a range longer than this is invalidated by flushing everything
   */
  public record Mmu(
      int tlbSets,
      int tlbWays,
      boolean tagged,
      boolean directMap,
      long tlbMissPs,
      long pteWritePs,
      long invalidatePagePs,
      long flushAllPs,
      long shootdownPs,
      int fullFlushAbovePages) {}

  /**
   * @param invalidatePs one invalidation of the IOMMU's own TLB, which all users share
   * @param lazyBatchPages unmapped pages after which lazy mode invalidates
   */
  public record Iommu(
      IommuMode mode, long mapPagePs, long unmapPagePs, long invalidatePs, int lazyBatchPages) {}

  /** When the kernel withdraws a device's access to a page. */
  public enum IommuMode {
    /** Devices see physical addresses. */
    OFF,
    /** Mappings are withdrawn in batches. */
    LAZY,
    /** Each mapping is withdrawn before the page is used again. */
    STRICT
  }

  /**
   * @param entryPs interrupt entry and exit
   * @param coalesceCompletions completions after which an interrupt is raised at once
   * @param coalescePs delay after the first completion at which it is raised anyhow
   */
  public record Interrupts(long entryPs, int coalesceCompletions, long coalescePs) {}

  /**
   * @param queueDepth commands the device works on at a time
   * @param ringEntries descriptors of the ring; commands beyond wait in the driver
   * @param maxSegments scatter-gather entries of one command
   */
  public record Device(
      int blockBytes,
      long capacityBytes,
      int queueDepth,
      int ringEntries,
      int maxSegments,
      long maxTransferBytes,
      long doorbellPs,
      long descriptorPs,
      long linkPsPerByte,
      long flushPs,
      Medium medium) {}

  /** What holds the bytes. */
  public sealed interface Medium {
    /**
     * @param trackSeekPs shortest seek
     * @param fullSeekPs seek across the disk; between, time grows with the root of the distance
     * @param rotationPs one revolution
     * @param mediaPsPerByte off the platter
     */
    record Disk(
        long trackSeekPs,
        long fullSeekPs,
        long rotationPs,
        long mediaPsPerByte,
        long overheadPs,
        int cylinders)
        implements Medium {}

    /**
     * @param channels parts that work at the same time; stripes of {@code stripeBytes} go round
     * @param readPs from command to first byte
     * @param programPs until a write is safe (in the drive's buffer where it has one)
     */
    record Flash(int channels, int stripeBytes, long readPs, long programPs, long channelPsPerByte)
        implements Medium {}
  }

  /**
   * A number as the file states it.
   *
   * @param key with section and unit, as in {@code cpu.system_call_ns}
   * @param status verified, secondary, recalled, derived or estimate
   */
  public record Number(String key, String value, String status, String source) {
    private static final String ESTIMATE = "estimate";

    public boolean isEstimate() {
      return status.equals(ESTIMATE);
    }

    /**
     * So many times as much, as near below as the unit allows; empty for what is no number. Whether
     * a machine with it can be, reading a profile says.
     */
    public Optional<Number> times(BigDecimal factor) {
      return value.matches("[0-9.]+")
          ? Optional.of(new Number(key, Unit.of(key).times(value, factor), status, source))
          : Optional.empty();
    }
  }
}
