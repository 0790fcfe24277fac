package org.portbench.hardware.mmu;

import java.util.List;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.IommuMode;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.memory.BusAddressSpace;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.sim.EventQueue;

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
  private long nextBusPage;
  private int withdrawnPages;
  private long invalidatingUntilPs;

  public Iommu(MachineProfile machine, Meter meter, EventQueue events, PhysicalMemory memory) {
    this.profile = machine.iommu();
    this.meter = meter;
    this.events = events;
    this.memory = memory;
  }

  public boolean off() {
    return profile.mode() == IommuMode.OFF;
  }

  /** Makes frames visible to the device at consecutive bus pages; returns the first. */
  public long map(List<Frame> frames) {
    if (nextBusPage + frames.size() > BUS_PAGES) {
      nextBusPage = 0;
    }
    long first = nextBusPage;
    for (Frame frame : frames) {
      if (PageTable.present(mappings.entry(nextBusPage))) {
        throw new IllegalStateException("bus page " + nextBusPage + " is still mapped");
      }
      mappings.map(nextBusPage++, frame.number(), true);
    }
    meter.charge(
        Category.IOMMU, "IOMMU_MAP_PAGE", frames.size(), frames.size() * profile.mapPagePs());
    meter.count(Counter.IOMMU_MAPPINGS, frames.size());
    return first;
  }

  public void unmap(long firstBusPage, int pages) {
    for (long page = firstBusPage; page < firstBusPage + pages; page++) {
      if (!mappings.unmap(page)) {
        throw new IllegalStateException("bus page " + page + " is not mapped");
      }
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

  @Override
  public Frame frameAt(long busPage) {
    if (off()) {
      return memory.frame(Math.toIntExact(busPage));
    }
    long entry = mappings.entry(busPage);
    if (!PageTable.present(entry)) {
      throw new IllegalStateException("device access to unmapped bus page " + busPage);
    }
    return memory.frame(PageTable.frame(entry));
  }

  public int mappedPages() {
    return mappings.presentEntries();
  }

  private void invalidate() {
    withdrawnPages = 0;
    long nowPs = events.nowPs() + meter.segmentPs();
    long startPs = Math.max(nowPs, invalidatingUntilPs);
    invalidatingUntilPs = startPs + profile.invalidatePs();
    meter.charge(Category.IOMMU, "IOMMU_INVALIDATE", 1, invalidatingUntilPs - nowPs);
  }
}
