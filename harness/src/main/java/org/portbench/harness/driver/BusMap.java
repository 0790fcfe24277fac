package org.portbench.harness.driver;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portbench.hardware.memory.Pieces;
import org.portbench.hardware.mmu.Iommu;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Makes wired memory visible to the device: by frame, or at consecutive pages of the IOMMU's. The
 * driver's own standing buffers, and those of a path, are mapped when it first sees them, and stay
 * so.
 */
final class BusMap {
  private final Iommu iommu;
  private final int pageBytes;
  private final Map<VmObject, Long> standing = new LinkedHashMap<>();

  BusMap(Iommu iommu, int pageBytes) {
    this.iommu = iommu;
    this.pageBytes = pageBytes;
  }

  /** Notes the bus page of each piece. */
  void map(Pieces pieces, Payload payload, BusPages busPages) {
    busPages.clear();
    int count = pieces.count();
    if (iommu.off()) {
      for (int i = 0; i < count; i = pieces.runEnd(i)) {
        busPages.addRun(pieces.frameNumber(i), pieces.runEnd(i) - i);
      }
    } else if (count > 0 && stands(payload)) {
      busPages.stand();
      addStanding(payload, busPages);
    } else if (count > 0) {
      long first = iommu.map(pieces.frames(), count);
      for (int i = 0; i < count; i = pieces.runEnd(i)) {
        busPages.addRun(first + i, pieces.runEnd(i) - i);
      }
    }
  }

  void unmap(BusPages busPages) {
    if (!iommu.off() && busPages.count() > 0 && !busPages.standing()) {
      iommu.unmap(busPages.page(0), busPages.count());
    }
  }

  /** Whether a payload lies in pinned buffers. */
  private static boolean stands(Payload payload) {
    return (payload instanceof InlineBytes bytes && bytes.buffer().pinned())
        || (payload instanceof PathBuffers buffers && buffers.rangeCount() > 0);
  }

  private void addStanding(Payload payload, BusPages busPages) {
    if (payload instanceof InlineBytes bytes) {
      addStanding(bytes.buffer().object(), 0, bytes.length(), busPages);
    } else if (payload instanceof PathBuffers buffers) {
      for (int i = 0; i < buffers.rangeCount(); i++) {
        VmObject buffer = buffers.buffer(i).object();
        addStanding(buffer, buffers.offset(i), buffers.length(i), busPages);
      }
    }
  }

  private void addStanding(VmObject buffer, int offset, int length, BusPages busPages) {
    int from = offset / pageBytes;
    int to = (offset + length - 1) / pageBytes;
    busPages.addRun(firstPage(buffer) + from, to - from + 1);
  }

  private long firstPage(VmObject buffer) {
    Long known = standing.get(buffer);
    if (known == null) {
      known = iommu.map(buffer.pages(), buffer.pageCount());
      standing.put(buffer, known);
    }
    return known;
  }

  /** Unmaps the standing buffers. */
  void close() {
    standing.forEach((buffer, first) -> iommu.unmap(first, buffer.pageCount()));
    standing.clear();
  }
}
