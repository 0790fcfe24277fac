package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.portbench.harness.linux.device.FileDevice;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.IoUring;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.SystemCallException;
import org.portbench.harness.linux.transport.Message;
import org.portbench.harness.linux.transport.Message.Kind;

/**
 * Everybody was given the client's objects once, before the first request; a request is its 32
 * bytes. The driver has them mapped, and pinned for its device: {@code io_uring_enter} with a fixed
 * buffer writes and reads them.
 */
final class Registered implements Way {
  private final Site site;
  private final List<Mapping> objects;
  private final DirectRing ring;

  /** The device behind the rings, or the device itself where there are no rings to it. */
  private interface DirectRing extends AutoCloseable {
    void write(MemorySegment data, Message m);

    void read(MemorySegment into, Message m);

    @Override
    void close();
  }

  /**
   * @param given the client's objects, one for each slot
   */
  Registered(Site site, List<Descriptor> given) {
    this.site = site;
    boolean end = site.position().isClient() || site.position().isDriver();
    this.objects =
        end || site.touch() != Look.NOTHING
            ? given.stream().map(object -> Mapping.shared(object, 0, site.bytes())).toList()
            : List.of();
    objects.forEach(object -> object.memory().fill((byte) 0));
    this.ring =
        site.device() instanceof FileDevice file ? new Fixed(file.file(), objects) : new Plain();
  }

  @Override
  public MemorySegment buffer(int slot) {
    return objects.get(slot).memory();
  }

  @Override
  public void request(Message m) {
    site.neighbours().down().send(m);
  }

  @Override
  public MemorySegment answer(Message m) {
    return data(m);
  }

  @Override
  public void settle(Message m) {}

  @Override
  public void down(Message m) {
    if (m.kind() == Kind.WRITE && site.touch() != Look.NOTHING) {
      site.checks().written(site.touch(), data(m), m.stamp());
    }
    site.neighbours().down().send(m);
  }

  @Override
  public void up(Message m) {
    if (m.kind() == Kind.WAS_READ && site.touch() != Look.NOTHING) {
      site.checks().read(site.touch(), data(m), m.stamp());
    }
    site.neighbours().up().send(m);
  }

  @Override
  public void serve(Message m) {
    boolean write = m.kind() == Kind.WRITE;
    if (write) {
      ring.write(data(m), m);
    } else {
      ring.read(data(m), m);
    }
    site.neighbours().up().send(m.as(write ? Kind.WAS_WRITTEN : Kind.WAS_READ));
  }

  private MemorySegment data(Message m) {
    return objects.get(m.slot()).memory().asSlice(0, m.length());
  }

  @Override
  public void close() {
    ring.close();
    objects.forEach(Mapping::close);
  }

  /** {@code io_uring_enter}. */
  private static final class Fixed implements DirectRing {
    private final Descriptor file;
    private final IoUring ring;

    Fixed(Descriptor file, List<Mapping> objects) {
      this.file = file;
      this.ring = IoUring.of(objects.size());
      try {
        ring.register(objects.stream().map(Mapping::memory).toList());
      } catch (SystemCallException e) {
        ring.close();
        objects.forEach(Mapping::close);
        throw new SystemCallException(
            "io_uring_register of %d buffers (see ulimit -l)".formatted(objects.size()), e.errno());
      }
    }

    @Override
    public void write(MemorySegment data, Message m) {
      transfer(IoUring.Fixed.WRITE, data, m);
    }

    @Override
    public void read(MemorySegment into, Message m) {
      transfer(IoUring.Fixed.READ, into, m);
    }

    private void transfer(IoUring.Fixed operation, MemorySegment data, Message m) {
      long done = 0;
      while (done < data.byteSize()) {
        done += ring.transfer(operation, m.slot(), data.asSlice(done), file, m.offset() + done);
      }
    }

    @Override
    public void close() {
      ring.close();
    }
  }

  private final class Plain implements DirectRing {
    @Override
    public void write(MemorySegment data, Message m) {
      site.device().write(data, m.offset(), m.stamp());
    }

    @Override
    public void read(MemorySegment into, Message m) {
      site.device().read(into, m.offset(), m.stamp());
    }

    @Override
    public void close() {}
  }
}
