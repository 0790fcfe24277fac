package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import org.portbench.harness.linux.transport.LocalInbox;
import org.portbench.harness.linux.transport.Message;
import org.portbench.harness.linux.transport.Message.Kind;

/**
 * Client, layers and driver in one process: a hop is a call, and data stays where it is. The device
 * works from the client's own memory: {@code pwrite}, {@code pread}.
 */
public final class Direct implements Way {
  private final Site site;
  private final int layers;
  private final ClientBuffers buffers;
  private final LocalInbox replies;

  public Direct(Site site, int layers, LocalInbox replies) {
    this.site = site;
    this.replies = replies;
    this.layers = layers;
    this.buffers = ClientBuffers.anonymous(site.depth(), site.bytes());
  }

  @Override
  public MemorySegment buffer(int slot) {
    return buffers.memory(slot);
  }

  @Override
  public void request(Message m) {
    through(layers, m);
    replies.add(m);
  }

  private void through(int left, Message m) {
    if (left == 0) {
      serve(m);
      return;
    }
    boolean write = m.kind() == Kind.WRITE;
    if (write) {
      site.checks().written(site.touch(), answer(m), m.stamp());
    }
    through(left - 1, m);
    if (!write) {
      site.checks().read(site.touch(), answer(m), m.stamp());
    }
  }

  @Override
  public void serve(Message m) {
    if (m.kind() == Kind.WRITE) {
      site.device().write(answer(m), m.offset(), m.stamp());
      m.as(Kind.WAS_WRITTEN);
    } else {
      site.device().read(answer(m), m.offset(), m.stamp());
      m.as(Kind.WAS_READ);
    }
  }

  @Override
  public MemorySegment answer(Message m) {
    return buffer(m.slot()).asSlice(0, m.length());
  }

  @Override
  public void settle(Message m) {}

  @Override
  public void down(Message m) {
    throw new IllegalStateException("layers are calls here");
  }

  @Override
  public void up(Message m) {
    throw new IllegalStateException("layers are calls here");
  }

  @Override
  public void close() {
    buffers.close();
  }
}
