package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.transport.Channel;
import org.portbench.harness.linux.transport.Message;
import org.portbench.harness.linux.transport.Message.Kind;

/**
 * Data is copied into the kernel and out of it at each hop, through a pipe or a socket: {@code
 * write} by the sender, {@code read} by the receiver, as often as the kernel's room wants, beside
 * the request's own message. Each domain has standing buffers, mapped once.
 */
final class Copy implements Way {
  private final Site site;
  private final Optional<Channel> above;
  private final Optional<Channel> below;
  private final ClientBuffers buffers;
  private final Mapping own;

  Copy(Site site, Optional<Channel> above, Optional<Channel> below) {
    this.site = site;
    this.above = above;
    this.below = below;
    this.buffers = ClientBuffers.anonymous(site.buffers(), site.bytes());
    this.own = Mapping.populated(site.bytes());
  }

  @Override
  public MemorySegment buffer(int slot) {
    return buffers.memory(slot);
  }

  @Override
  public void request(Message m) {
    boolean write = m.kind() == Kind.WRITE;
    site.neighbours().down().send(m);
    if (write) {
      below.orElseThrow().send(buffer(m.slot()).asSlice(0, m.length()));
    }
  }

  @Override
  public MemorySegment answer(Message m) {
    MemorySegment data = buffer(m.slot()).asSlice(0, m.length());
    below.orElseThrow().receive(data);
    return data;
  }

  @Override
  public void settle(Message m) {}

  @Override
  public void down(Message m) {
    if (m.kind() == Kind.WRITE) {
      MemorySegment data = data(m);
      above.orElseThrow().receive(data);
      site.checks().written(site.touch(), data, m.stamp());
      site.neighbours().down().send(m);
      below.orElseThrow().send(data);
    } else {
      site.neighbours().down().send(m);
    }
  }

  @Override
  public void up(Message m) {
    if (m.kind() == Kind.WAS_READ) {
      MemorySegment data = data(m);
      below.orElseThrow().receive(data);
      site.checks().read(site.touch(), data, m.stamp());
      site.neighbours().up().send(m);
      above.orElseThrow().send(data);
    } else {
      site.neighbours().up().send(m);
    }
  }

  @Override
  public void serve(Message m) {
    MemorySegment data = data(m);
    if (m.kind() == Kind.WRITE) {
      above.orElseThrow().receive(data);
      site.device().write(data, m.offset(), m.stamp());
      site.neighbours().up().send(m.as(Kind.WAS_WRITTEN));
    } else {
      site.device().read(data, m.offset(), m.stamp());
      site.neighbours().up().send(m.as(Kind.WAS_READ));
      above.orElseThrow().send(data);
    }
  }

  private MemorySegment data(Message m) {
    return own.memory().asSlice(0, m.length());
  }

  @Override
  public void close() {
    above.ifPresent(Channel::close);
    below.ifPresent(Channel::close);
    buffers.close();
    own.close();
  }
}
