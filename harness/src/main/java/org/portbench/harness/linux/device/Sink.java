package org.portbench.harness.linux.device;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Mapping;

/** The driver itself: it looks at one word of the data, or at all of it, or writes as much. */
public final class Sink implements Device {
  private final Look look;
  private final Checks checks;
  private final Arena arena = Arena.ofConfined();
  private final MemorySegment header = arena.allocate(Long.BYTES, Long.BYTES);

  public Sink(Look look, Checks checks) {
    this.look = look;
    this.checks = checks;
  }

  @Override
  public void write(MemorySegment data, long offset, long stamp) {
    checks.written(look, data, stamp);
  }

  /**
   * One word is read by {@code pread}, which copies it; for all of them the object is mapped for a
   * moment: {@code mmap}, faults, {@code munmap}.
   */
  @Override
  public void writeFrom(Descriptor object, int length, long offset, long stamp) {
    if (look == Look.HEADER) {
      object.readFully(header, 0);
      checks.written(look, header, stamp);
    } else if (look == Look.ALL) {
      try (Mapping mapping = Mapping.sharedReadOnly(object, 0, length)) {
        checks.written(look, mapping.memory(), stamp);
      }
    }
  }

  @Override
  public void read(MemorySegment into, long offset, long stamp) {
    switch (look) {
      case NOTHING -> {}
      case HEADER -> Content.writeHeader(into, stamp);
      case ALL -> Content.fill(into, stamp);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
