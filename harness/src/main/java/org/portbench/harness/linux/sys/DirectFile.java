package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * A file without a name whose data goes to the device itself, past the page cache. It is gone with
 * its last descriptor.
 *
 * @param blockBytes what offsets and lengths must be a multiple of
 */
public record DirectFile(Descriptor descriptor, long bytes, int blockBytes)
    implements AutoCloseable {
  private static final int AT_FDCWD = -100;
  private static final int AT_EMPTY_PATH = 0x1000;
  private static final int O_RDWR = 2;
  private static final int O_CREAT = 0x40;
  private static final int O_EXCL = 0x80;
  private static final int O_CLOEXEC = 0x8_0000;
  private static final int STATX_DIOALIGN = 0x2000;
  private static final int STATX_BYTES = 256;
  private static final long DIO_OFFSET_ALIGN = 156;
  private static final int SAFE_BLOCK = 4096;

  /**
   * With that many bytes allocated, so that no write has to look for room.
   *
   * @throws SystemCallException where the file system has no direct I/O, or no room
   */
  public static DirectFile in(Path directory, long bytes) {
    Descriptor file = open(directory);
    try {
      SystemCall.FALLOCATE.call(file.number(), 0, 0, bytes);
      return new DirectFile(file, bytes, blockBytes(file));
    } catch (SystemCallException e) {
      file.close();
      throw e;
    }
  }

  private static Descriptor open(Path directory) {
    int direct = O_RDWR | O_CLOEXEC | Architecture.known().openDirect();
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom(directory.toString());
      long file =
          SystemCall.OPENAT.attempt(
              AT_FDCWD, path.address(), direct | Architecture.known().openTemporary(), 0600, 0, 0);
      if (file >= 0) {
        return Descriptor.owning(file);
      }
      return named(directory, direct, arena);
    }
  }

  /** File systems without O_TMPFILE: a name that is taken away at once. */
  private static Descriptor named(Path directory, int flags, Arena arena) {
    String name = ".portbench-" + ProcessHandle.current().pid() + "-" + System.nanoTime();
    MemorySegment path = arena.allocateFrom(directory.resolve(name).toString());
    long file =
        SystemCall.OPENAT.attempt(AT_FDCWD, path.address(), flags | O_CREAT | O_EXCL, 0600, 0, 0);
    SystemCall.UNLINKAT.attempt(AT_FDCWD, path.address(), 0, 0, 0, 0);
    if (file < 0) {
      throw new SystemCallException("open with O_DIRECT in " + directory, (int) -file);
    }
    return Descriptor.owning(file);
  }

  /** What the kernel says, or a block that is large enough for every disk. */
  private static int blockBytes(Descriptor file) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment nothing = arena.allocateFrom("");
      MemorySegment facts = arena.allocate(STATX_BYTES, Long.BYTES);
      long result =
          SystemCall.STATX.attempt(
              file.number(), nothing.address(), AT_EMPTY_PATH, STATX_DIOALIGN, facts.address(), 0);
      boolean said = result >= 0 && (facts.get(ValueLayout.JAVA_INT, 0) & STATX_DIOALIGN) != 0;
      int block = said ? facts.get(ValueLayout.JAVA_INT, DIO_OFFSET_ALIGN) : 0;
      return block > 0 ? block : SAFE_BLOCK;
    }
  }

  @Override
  public void close() {
    descriptor.close();
  }
}
