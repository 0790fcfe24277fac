package org.portbench.harness.linux.transport;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;
import org.portbench.harness.linux.sys.Descriptor;

/** Carries data to and from one neighbour: copied into the kernel, and out of it. */
public record Channel(Descriptor in, Descriptor out) implements AutoCloseable {

  /** Takes what was given. */
  public static Channel join(Supplier<Descriptor> given) {
    Descriptor in = given.get();
    return new Channel(in, given.get());
  }

  /** {@code read} until all is there. */
  public void receive(MemorySegment into) {
    if (in.readFully(into) < into.byteSize()) {
      throw new IllegalStateException("the neighbour is gone in the middle of its data");
    }
  }

  /** {@code write} until all is gone; the JVM ignores SIGPIPE. */
  public void send(MemorySegment from) {
    out.writeFully(from);
  }

  @Override
  public void close() {
    in.close();
    out.close();
  }
}
