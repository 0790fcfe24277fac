package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.transport.Message;
import org.portbench.harness.linux.transport.Message.Kind;

/**
 * A descriptor of the client's object crosses with each request: {@code sendmsg}, {@code recvmsg},
 * {@code close} at each hop. A layer that looks maps the object, shared, for as long as it looks;
 * what the driver does with it is where ways differ.
 */
abstract sealed class ByDescriptor implements Way permits Fd, VmObject {
  final Site site;
  private final ClientBuffers buffers;
  private final Held held;

  ByDescriptor(Site site) {
    this.site = site;
    this.buffers = ClientBuffers.objects(site.buffers(), site.bytes());
    this.held = new Held(site.depth());
  }

  @Override
  public MemorySegment buffer(int slot) {
    return buffers.memory(slot);
  }

  /** {@code sendmsg} with a descriptor. */
  @Override
  public void request(Message m) {
    site.neighbours().down().send(m, buffers.object(m.slot()));
  }

  @Override
  public MemorySegment answer(Message m) {
    return buffer(m.slot()).asSlice(0, m.length());
  }

  @Override
  public void settle(Message m) {}

  /** The descriptor is received, and sent on; a layer that looks maps for a moment. */
  @Override
  public void down(Message m) {
    Descriptor object = held.keep(m.slot(), site.neighbours().inbox().descriptor(m));
    if (m.kind() == Kind.WRITE) {
      look(object, m);
    }
    site.neighbours().down().send(m, object);
  }

  @Override
  public void up(Message m) {
    if (m.kind() == Kind.WAS_READ) {
      look(held.of(m.slot()), m);
    }
    held.release(m.slot());
    site.neighbours().up().send(m);
  }

  private void look(Descriptor object, Message m) {
    if (site.touch() != Look.NOTHING) {
      try (Mapping mapping = Mapping.sharedReadOnly(object, 0, m.length())) {
        if (m.kind() == Kind.WRITE) {
          site.checks().written(site.touch(), mapping.memory(), m.stamp());
        } else {
          site.checks().read(site.touch(), mapping.memory(), m.stamp());
        }
      }
    }
  }

  @Override
  public final void serve(Message m) {
    boolean write = m.kind() == Kind.WRITE;
    try (Descriptor object = site.neighbours().inbox().descriptor(m)) {
      if (write) {
        write(object, m);
      } else {
        read(object, m);
      }
    }
    site.neighbours().up().send(m.as(write ? Kind.WAS_WRITTEN : Kind.WAS_READ));
  }

  abstract void write(Descriptor object, Message m);

  /** Linux has no way to read by reference: both kinds map the object for a moment. */
  private void read(Descriptor object, Message m) {
    try (Mapping mapping = Mapping.shared(object, 0, m.length())) {
      site.device().read(mapping.memory(), m.offset(), m.stamp());
    }
  }

  @Override
  public void close() {
    held.close();
    buffers.close();
  }
}
