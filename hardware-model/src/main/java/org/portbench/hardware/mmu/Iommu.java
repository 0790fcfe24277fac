package org.portbench.hardware.mmu;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.memory.BusAddressSpace;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.hardware.sim.Timetable;

/**
 * Translates the addresses that a device uses. Off, a bus page is a frame number. Otherwise pages
 * get consecutive bus pages for as long as a transfer lasts; giving them back needs an
 * invalidation, which all CPUs queue for: each time when strict, once for many pages when lazy.
 */
public final class Iommu implements BusAddressSpace {
  private static final long BUS_PAGES = 1L << 20;

  private final MachineProfile.Iommu profile;
  private final Meter meter;
  private final EventQueue events;
  private final PhysicalMemory memory;
  private final PageTable mappings = new PageTable();
  private final Timetable invalidations;
  private long nextBusPage;
  private int withdrawnPages;

  public Iommu(MachineProfile machine, Meter meter, EventQueue events, PhysicalMemory memory) {
    this.profile = machine.iommu();
    this.meter = meter;
    this.events = events;
    this.memory = memory;
    this.invalidations = new Timetable(events);
  }

  public boolean off() {
    return profile.mode() == IommuMode.OFF;
  }

  /**
   * Makes frames, by the first numbers of an array, visible to the device at consecutive bus pages;
   * returns the first.
   */
  public long map(int[] frames, int count) {
    long first = freeRun(count);
    mappings.mapRun(first, frames, 0, count, true);
    nextBusPage = first + count;
    meter.charge(Category.IOMMU, "IOMMU_MAP_PAGE", count, count * profile.mapPagePs());
    meter.count(Counter.IOMMU_MAPPINGS, count);
    return first;
  }

  public void unmap(long firstBusPage, int pages) {
    int mapped = mappings.unmapRange(firstBusPage, pages);
    if (mapped != pages) {
      throw new IllegalStateException(
          "of " + pages + " bus pages from " + firstBusPage + " only " + mapped + " are mapped");
    }
    meter.charge(Category.IOMMU, "IOMMU_UNMAP_PAGE", pages, pages * profile.unmapPagePs());
    withdrawnPages += pages;
    boolean now =
        switch (profile.mode()) {
          case OFF -> false;
          case LAZY -> withdrawnPages >= profile.lazyBatchPages();
          case STRICT -> true;
        };
    if (now) {
      invalidate();
    }
  }

  /** Also tells when a device reaches memory that was freed meanwhile, which no real IOMMU can. */
  @Override
  public void translate(long firstBusPage, int pages, int[] frames) {
    if (off()) {
      for (int i = 0; i < pages; i++) {
        frames[i] = Math.toIntExact(firstBusPage + i);
      }
    } else {
      int mapped = mappings.readRun(firstBusPage, pages, frames);
      if (mapped < pages) {
        throw new IllegalStateException(
            "device access to unmapped bus page " + (firstBusPage + mapped));
      }
    }
    memory.checkAllocated(frames, pages);
  }

  public int mappedPages() {
    return mappings.presentEntries();
  }

  /** Unmapped bus pages in a row, after those given out last: none is soon used again. */
  private long freeRun(int pages) {
    boolean fits = nextBusPage + pages <= BUS_PAGES;
    return fits && mappings.presentIn(nextBusPage, pages) == 0 ? nextBusPage : searchedRun(pages);
  }

  private long searchedRun(int pages) {
    long first = nextBusPage;
    long end = first;
    for (long seen = 0; seen < 2 * BUS_PAGES; seen++) {
      if (end - first == pages) {
        return first;
      }
      if (first + pages > BUS_PAGES) {
        first = 0;
        end = 0;
      }
      first = PageTable.present(mappings.entry(end)) ? end + 1 : first;
      end++;
    }
    throw new IllegalStateException("there are no " + pages + " free bus pages in a row");
  }

  private void invalidate() {
    withdrawnPages = 0;
    long invalidatePs = profile.invalidatePs();
    long waitPs = invalidations.claim(events.nowPs() + meter.segmentPs(), invalidatePs);
    meter.charge(Category.IOMMU, "IOMMU_INVALIDATE", 1, waitPs + invalidatePs);
  }
}
