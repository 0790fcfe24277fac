package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.device.Content;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.Memfd;
import org.portbench.harness.linux.transport.Message;
import org.portbench.harness.linux.transport.Message.Kind;

/**
 * A cost analogue of Mach's virtual copy: each receiver maps the object privately, copy-on-write,
 * whether it looks at it or not, and a page is entered when it is touched. It is no virtual copy: a
 * private mapping of an object is no snapshot of it. {@code sendmsg}, {@code recvmsg}, {@code
 * mmap}, faults where somebody looks, {@code munmap}, {@code close}; data that is read is a new
 * object of the driver's each time, handed up.
 */
final class Mach3 implements Way {

  /** What a sender or receiver does beside passing it. */
  enum Variant {
    PLAIN,
    /** The sender takes its own right to write away until the reply: {@code mprotect} twice. */
    PROTECTED,
    /** Each receiver writes the first word: a fault that copies a page. */
    WRITTEN
  }

  private final Site site;
  private final Variant variant;
  private final ClientBuffers buffers;
  private final Held held;
  private final Mapping[] mapped;

  Mach3(Site site, Variant variant) {
    this.site = site;
    this.variant = variant;
    this.buffers = ClientBuffers.objects(site.buffers(), site.bytes());
    this.held = new Held(site.depth());
    this.mapped = new Mapping[site.depth()];
  }

  @Override
  public MemorySegment buffer(int slot) {
    return buffers.memory(slot);
  }

  @Override
  public void request(Message m) {
    if (m.kind() == Kind.WRITE) {
      if (variant == Variant.PROTECTED) {
        buffers.mapping(m.slot()).protect(Mapping.READ);
      }
      site.neighbours().down().send(m, buffers.object(m.slot()));
    } else {
      site.neighbours().down().send(m);
    }
  }

  /** Maps what the driver handed up. */
  @Override
  public MemorySegment answer(Message m) {
    return receive(m).memory();
  }

  @Override
  public void settle(Message m) {
    if (m.kind() == Kind.WAS_READ) {
      release(m.slot());
    } else if (variant == Variant.PROTECTED) {
      buffers.mapping(m.slot()).protect(Mapping.READ | Mapping.WRITE);
    }
  }

  @Override
  public void down(Message m) {
    if (m.kind() == Kind.WRITE) {
      Mapping mapping = receive(m);
      site.checks().written(site.touch(), mapping.memory(), m.stamp());
      site.neighbours().down().send(m, held.of(m.slot()));
    } else {
      site.neighbours().down().send(m);
    }
  }

  /** What was written is unmapped once the reply comes by; what was read, once it is handed on. */
  @Override
  public void up(Message m) {
    if (m.kind() == Kind.WAS_READ) {
      Mapping mapping = receive(m);
      site.checks().read(site.touch(), mapping.memory(), m.stamp());
      site.neighbours().up().send(m, held.of(m.slot()));
      release(m.slot());
    } else {
      release(m.slot());
      site.neighbours().up().send(m);
    }
  }

  @Override
  public void serve(Message m) {
    if (m.kind() == Kind.WRITE) {
      site.device().write(receive(m).memory(), m.offset(), m.stamp());
      release(m.slot());
      site.neighbours().up().send(m.as(Kind.WAS_WRITTEN));
    } else {
      try (Memfd fresh = Memfd.of(m.length())) {
        try (Mapping mapping = fresh.map()) {
          site.device().read(mapping.memory(), m.offset(), m.stamp());
        }
        site.neighbours().up().send(m.as(Kind.WAS_READ), fresh.descriptor());
      }
    }
  }

  private Mapping receive(Message m) {
    Descriptor object = held.keep(m.slot(), site.neighbours().inbox().descriptor(m));
    Mapping mapping = Mapping.copyOnWrite(object, 0, m.length());
    mapped[m.slot()] = mapping;
    if (variant == Variant.WRITTEN) {
      Content.writeHeader(mapping.memory(), m.stamp());
    }
    return mapping;
  }

  private void release(int slot) {
    mapped[slot].close();
    held.release(slot);
  }

  @Override
  public void close() {
    for (Mapping mapping : mapped) {
      if (mapping != null) {
        mapping.close();
      }
    }
    held.close();
    buffers.close();
  }
}
