package org.portbench.harness.driver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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
  private final int pageBytes;
  private final Map<VmObject, Long> standing = new LinkedHashMap<>();

  BusMap(Iommu iommu, int pageBytes) {
    this.iommu = iommu;
    this.pageBytes = pageBytes;
  }

  /** The bus page of each piece. */
  long[] map(Pieces pieces, Payload payload) {
    if (iommu.off()) {
      return framesOf(pieces).stream().mapToLong(Frame::number).toArray();
    }
    List<Standing> buffers = standing(payload);
    if (pieces.count() > 0 && !buffers.isEmpty()) {
      return buffers.stream().flatMapToLong(this::pagesOf).toArray();
    }
    return pieces.count() == 0 ? new long[0] : consecutive(iommu.map(framesOf(pieces)), pieces);
  }

  private LongStream pagesOf(Standing part) {
    long first = standing.computeIfAbsent(part.buffer, b -> iommu.map(framesOf(b)));
    return LongStream.rangeClosed(
        first + part.offset / pageBytes, first + (part.offset + part.length - 1) / pageBytes);
  }

  void unmap(long[] pages, Payload payload) {
    if (!iommu.off() && standing(payload).isEmpty() && pages.length > 0) {
      iommu.unmap(pages[0], pages.length);
    }
  }

  /** Bytes of a pinned buffer. */
  private record Standing(VmObject buffer, int offset, int length) {}

  /** The pinned buffers that a payload lies in, if it does. */
  private static List<Standing> standing(Payload payload) {
    if (payload instanceof InlineBytes bytes && bytes.buffer().pinned()) {
      return List.of(new Standing(bytes.buffer().object(), 0, bytes.length()));
    }
    if (payload instanceof PathBuffers buffers) {
      return buffers.parts().stream()
          .map(part -> new Standing(part.buffer().object(), part.offset(), part.length()))
          .toList();
    }
    return List.of();
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
