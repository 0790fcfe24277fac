package org.portbench.harness.linux.sys;

import java.lang.foreign.MemorySegment;

/** A range of this process's addresses, from mmap to munmap. */
public final class Mapping implements AutoCloseable {
  public static final int READ = 1;
  public static final int WRITE = 2;

  /** For {@link #advise}: the pages are given back, and the next touch faults again. */
  public static final int DONT_NEED = 4;

  private static final int MAP_SHARED = 1;
  private static final int MAP_PRIVATE = 2;
  private static final int MAP_ANONYMOUS = 0x20;
  private static final int MAP_POPULATE = 0x8000;

  private final MemorySegment memory;
  private boolean mapped = true;

  @SuppressWarnings("restricted")
  private Mapping(long address, long bytes) {
    memory = MemorySegment.ofAddress(address).reinterpret(bytes);
  }

  /** Sees and makes the same changes as everybody else who maps the file so. */
  public static Mapping shared(Descriptor file, long offset, long bytes) {
    return of(file.number(), offset, bytes, READ | WRITE, MAP_SHARED);
  }

  public static Mapping sharedReadOnly(Descriptor file, long offset, long bytes) {
    return of(file.number(), offset, bytes, READ, MAP_SHARED);
  }

  /** Keeps what it writes to itself; what it has not written it may see change. */
  public static Mapping copyOnWrite(Descriptor file, long offset, long bytes) {
    return of(file.number(), offset, bytes, READ | WRITE, MAP_PRIVATE);
  }

  public static Mapping anonymous(long bytes) {
    return of(-1, 0, bytes, READ | WRITE, MAP_PRIVATE | MAP_ANONYMOUS);
  }

  /** Anonymous, each page there already. */
  public static Mapping populated(long bytes) {
    return of(-1, 0, bytes, READ | WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE);
  }

  private static Mapping of(int file, long offset, long bytes, int protection, int flags) {
    long address = SystemCall.MMAP.call(0, bytes, protection, flags, file, offset);
    return new Mapping(address, bytes);
  }

  /** Not to be kept: a touch after {@link #close} would end the process. */
  public MemorySegment memory() {
    if (!mapped) {
      throw new IllegalStateException("the memory is no longer mapped");
    }
    return memory;
  }

  /**
   * @param protection {@link #READ} and {@link #WRITE}, or 0
   */
  public void protect(int protection) {
    SystemCall.MPROTECT.call(memory().address(), memory.byteSize(), protection);
  }

  public void advise(int advice) {
    SystemCall.MADVISE.call(memory().address(), memory.byteSize(), advice);
  }

  @Override
  public void close() {
    if (mapped) {
      mapped = false;
      SystemCall.MUNMAP.call(memory.address(), memory.byteSize());
    }
  }
}
