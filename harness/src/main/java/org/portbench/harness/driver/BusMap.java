package org.portbench.harness.driver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.mmu.Iommu;
import org.portbench.strategies.kernel.Pieces;
import org.portbench.strategies.kernel.ipc.KernelBuffer;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.InlineBytes;
import org.portbench.strategies.kernel.vm.VmPage;

/**
 * Makes wired memory visible to the device: by frame, or at consecutive pages of the IOMMU's. The
 * driver's own standing buffers are mapped when it first sees them, and stay so.
 */
final class BusMap {
  private final Iommu iommu;
  private final Map<KernelBuffer, Long> standing = new HashMap<>();

  BusMap(Iommu iommu) {
    this.iommu = iommu;
  }

  /** The bus page of each piece. */
  long[] map(Pieces pieces, Payload payload) {
    if (iommu.off()) {
      return framesOf(pieces).stream().mapToLong(Frame::number).toArray();
    }
    return pieces.count() == 0 ? new long[0] : consecutive(firstPage(pieces, payload), pieces);
  }

  private long firstPage(Pieces pieces, Payload payload) {
    return payload instanceof InlineBytes bytes && bytes.buffer().pinned()
        ? standing.computeIfAbsent(bytes.buffer(), buffer -> iommu.map(framesOf(buffer)))
        : iommu.map(framesOf(pieces));
  }

  void unmap(long[] pages, Payload payload) {
    boolean stays = payload instanceof InlineBytes bytes && bytes.buffer().pinned();
    if (!iommu.off() && !stays && pages.length > 0) {
      iommu.unmap(pages[0], pages.length);
    }
  }

  /** Unmaps the standing buffers. */
  void close() {
    standing.forEach((buffer, first) -> iommu.unmap(first, buffer.object().pageCount()));
    standing.clear();
  }

  private static long[] consecutive(long first, Pieces pieces) {
    long[] pages = new long[pieces.count()];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = first + i;
    }
    return pages;
  }

  private static List<Frame> framesOf(Pieces pieces) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < pieces.count(); i++) {
      frames.add(pieces.frame(i));
    }
    return frames;
  }

  private static List<Frame> framesOf(KernelBuffer buffer) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < buffer.object().pageCount(); i++) {
      frames.add(buffer.object().page(i).map(VmPage::frame).orElseThrow());
    }
    return frames;
  }
}
