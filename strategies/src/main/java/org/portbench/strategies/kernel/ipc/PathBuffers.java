package org.portbench.strategies.kernel.ipc;

import java.util.List;
import org.portbench.strategies.kernel.vm.Access;

/** Buffers of a path, on their way or in the kernel's hands, each with a reference. */
public record PathBuffers(List<PathBuffers.Part> parts) implements Payload {

  /** Bytes of one buffer. */
  public record Part(PathBuffer buffer, int offset, int length) {}

  /** The same bytes by their objects, for a look; it has no references of its own. */
  public ObjectRanges named() {
    return new ObjectRanges(
        parts.stream()
            .map(p -> new ObjectRange(p.buffer.object(), p.offset, p.length, Access.WRITE))
            .toList());
  }

  @Override
  public int length() {
    return parts.stream().mapToInt(PathBuffers.Part::length).sum();
  }

  @Override
  public int rangeCount() {
    return parts.size();
  }
}
