package org.portbench.harness.driver;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.mmu.Iommu;
import org.portbench.strategies.kernel.Pieces;

/** Makes wired memory visible to the device: by frame, or at consecutive pages of the IOMMU's. */
final class BusMap {
  private final Iommu iommu;

  BusMap(Iommu iommu) {
    this.iommu = iommu;
  }

  /** The bus page of each piece. */
  long[] map(Pieces pieces) {
    long[] pages = new long[pieces.count()];
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < pages.length; i++) {
      frames.add(pieces.frame(i));
      pages[i] = pieces.frame(i).number();
    }
    if (!iommu.off() && pages.length > 0) {
      long first = iommu.map(frames);
      for (int i = 0; i < pages.length; i++) {
        pages[i] = first + i;
      }
    }
    return pages;
  }

  void unmap(long[] pages) {
    if (!iommu.off() && pages.length > 0) {
      iommu.unmap(pages[0], pages.length);
    }
  }
}
