package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.transport.Message;
import org.portbench.harness.linux.transport.Message.Kind;

/**
 * A descriptor of the client's object crosses with each request. Who needs an address maps the
 * object, shared, until it is done: a layer that looks, and always the driver, whose device works
 * from its addresses. {@code sendmsg}, {@code recvmsg}, {@code mmap}, faults, {@code munmap},
 * {@code close}.
 */
final class Fd implements Way {
  private final Site site;
  private final ClientBuffers buffers;
  private final Held held;

  Fd(Site site) {
    this.site = site;
    this.buffers = ClientBuffers.objects(site.buffers(), site.bytes());
    this.held = new Held(site.depth());
  }

  @Override
  public MemorySegment buffer(int slot) {
    return buffers.memory(slot);
  }

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
  public void serve(Message m) {
    boolean write = m.kind() == Kind.WRITE;
    try (Descriptor object = site.neighbours().inbox().descriptor(m);
        Mapping mapping = Mapping.shared(object, 0, m.length())) {
      if (write) {
        site.device().write(mapping.memory(), m.offset(), m.stamp());
      } else {
        site.device().read(mapping.memory(), m.offset(), m.stamp());
      }
    }
    site.neighbours().up().send(m.as(write ? Kind.WAS_WRITTEN : Kind.WAS_READ));
  }

  @Override
  public void close() {
    held.close();
    buffers.close();
  }
}
