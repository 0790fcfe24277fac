package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Memory that is a file without a name: what Linux has for a VM object that can be passed on. It is
 * sealed against shrinking, since a touch beyond a file's end would end the process.
 */
public record Memfd(Descriptor descriptor, long bytes) implements AutoCloseable {
  private static final int MFD_CLOEXEC = 1;
  private static final int MFD_ALLOW_SEALING = 2;
  private static final int F_ADD_SEALS = 1033;
  private static final int F_GET_SEALS = 1034;

  /** No more seals. */
  public static final int SEAL_SEAL = 1;

  public static final int SEAL_SHRINK = 2;
  public static final int SEAL_GROW = 4;
  public static final int SEAL_WRITE = 8;

  /** The name that /proc shows of each. */
  public static final String NAME = "portbench";

  /** Of that many bytes, all zero, none of them in memory yet. */
  public static Memfd of(long bytes) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment name = arena.allocateFrom(NAME);
      Descriptor descriptor =
          Descriptor.owning(
              SystemCall.MEMFD_CREATE.call(name.address(), MFD_CLOEXEC | MFD_ALLOW_SEALING));
      Memfd memfd = new Memfd(descriptor, bytes);
      try {
        SystemCall.FTRUNCATE.call(descriptor.number(), bytes);
        memfd.seal(SEAL_SHRINK | SEAL_GROW);
        return memfd;
      } catch (SystemCallException e) {
        descriptor.close();
        throw e;
      }
    }
  }

  public void seal(int seals) {
    SystemCall.FCNTL.call(descriptor.number(), F_ADD_SEALS, seals);
  }

  /** Whether a descriptor that somebody sent can no longer shrink under a mapping. */
  public static boolean keepsItsSize(Descriptor descriptor) {
    long seals = SystemCall.FCNTL.attempt(descriptor.number(), F_GET_SEALS, 0, 0, 0, 0);
    return seals >= 0 && (seals & SEAL_SHRINK) != 0;
  }

  public Mapping map() {
    return Mapping.shared(descriptor, 0, bytes);
  }

  @Override
  public void close() {
    descriptor.close();
  }
}
