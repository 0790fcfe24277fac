package org.portbench.harness.driver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.mmu.Iommu;
import org.portbench.strategies.kernel.Pieces;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.InlineBytes;
import org.portbench.strategies.kernel.ipc.Payload.PathBuffers;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmPage;

/**
 * Makes wired memory visible to the device: by frame, or at consecutive pages of the IOMMU's. The
 * driver's own standing buffers, and those of a path, are mapped when it first sees them, and stay
 * so.
 */
final class BusMap {
  private final Iommu iommu;
  private final Map<VmObject, Long> standing = new LinkedHashMap<>();

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
    return standing(payload)
        .map(buffer -> standing.computeIfAbsent(buffer, b -> iommu.map(framesOf(b))))
        .orElseGet(() -> iommu.map(framesOf(pieces)));
  }

  void unmap(long[] pages, Payload payload) {
    if (!iommu.off() && standing(payload).isEmpty() && pages.length > 0) {
      iommu.unmap(pages[0], pages.length);
    }
  }

  /** The pinned buffer that a payload is, from its first byte on. */
  private static Optional<VmObject> standing(Payload payload) {
    if (payload instanceof InlineBytes bytes && bytes.buffer().pinned()) {
      return Optional.of(bytes.buffer().object());
    }
    boolean one = payload instanceof PathBuffers buffers && buffers.parts().size() == 1;
    if (one && ((PathBuffers) payload).parts().getFirst().offset() == 0) {
      return Optional.of(((PathBuffers) payload).parts().getFirst().buffer().object());
    }
    return Optional.empty();
  }

  /** Unmaps the standing buffers. */
  void close() {
    standing.forEach((buffer, first) -> iommu.unmap(first, buffer.pageCount()));
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

  private static List<Frame> framesOf(VmObject buffer) {
    List<Frame> frames = new ArrayList<>();
    for (int i = 0; i < buffer.pageCount(); i++) {
      frames.add(buffer.page(i).map(VmPage::frame).orElseThrow());
    }
    return frames;
  }
}
