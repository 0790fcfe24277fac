package org.portbench.harness.linux.sys;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.Optional;

/**
 * A pair of rings shared with the kernel: requests go in, completions come out. One thread uses it.
 * The kernel reads and writes the rings at any time, hence acquire and release.
 */
public final class IoUring implements AutoCloseable {
  /** Reads into, or writes from, a buffer that was registered. */
  public enum Fixed {
    READ(4),
    WRITE(5);

    private final byte code;

    Fixed(int code) {
      this.code = (byte) code;
    }
  }

  private static final byte NO_OPERATION = 0;
  private static final int REGISTER_BUFFERS = 0;
  private static final int UNREGISTER_BUFFERS = 1;
  private static final int ENTER_GETEVENTS = 1;
  private static final int FEAT_SINGLE_MMAP = 1;
  private static final long OFFSET_SQES = 0x1000_0000;
  private static final long PARAMS_BYTES = 120;
  private static final long SQE_BYTES = 64;
  private static final long CQE_BYTES = 16;
  private static final VarHandle WORD = JAVA_INT.varHandle();

  private final Descriptor ring;
  private final Mapping rings;
  private final Mapping entries;
  private final long submissionTail;
  private final long submissionMask;
  private final long submissionArray;
  private final long completionHead;
  private final long completionTail;
  private final long completionMask;
  private final long completions;
  private boolean registered;

  private IoUring(Descriptor ring, MemorySegment params) {
    this.ring = ring;
    if ((params.get(JAVA_INT, 20) & FEAT_SINGLE_MMAP) == 0) {
      throw new UnsupportedOperationException("io_uring of a kernel before 5.4");
    }
    int submissions = params.get(JAVA_INT, 0);
    int results = params.get(JAVA_INT, 4);
    submissionTail = params.get(JAVA_INT, 44);
    submissionMask = params.get(JAVA_INT, 48);
    submissionArray = params.get(JAVA_INT, 64);
    completionHead = params.get(JAVA_INT, 80);
    completionTail = params.get(JAVA_INT, 84);
    completionMask = params.get(JAVA_INT, 88);
    completions = params.get(JAVA_INT, 100);
    long bytes =
        Math.max(
            submissionArray + (long) submissions * Integer.BYTES,
            completions + results * CQE_BYTES);
    rings = Mapping.shared(ring, 0, bytes);
    entries = Mapping.shared(ring, OFFSET_SQES, submissions * SQE_BYTES);
  }

  /** Why this kernel, or the rights of this process, allow none; empty where they do. */
  public static Optional<String> unavailable() {
    try (IoUring _ = of(1)) {
      return Optional.empty();
    } catch (SystemCallException | UnsupportedOperationException e) {
      return Optional.of(e.getMessage());
    }
  }

  /**
   * @param depth how many requests may be under way
   */
  public static IoUring of(int depth) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment params = arena.allocate(PARAMS_BYTES, Long.BYTES);
      Descriptor ring = Descriptor.owning(SystemCall.IO_URING_SETUP.call(depth, params.address()));
      try {
        return new IoUring(ring, params);
      } catch (RuntimeException e) {
        ring.close();
        throw e;
      }
    }
  }

  /** Pins memory once for all requests that name it by its index. */
  public void register(List<MemorySegment> buffers) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment vectors = arena.allocate(ValueLayout.JAVA_LONG, 2L * buffers.size());
      for (int i = 0; i < buffers.size(); i++) {
        vectors.setAtIndex(ValueLayout.JAVA_LONG, 2L * i, buffers.get(i).address());
        vectors.setAtIndex(ValueLayout.JAVA_LONG, 2L * i + 1, buffers.get(i).byteSize());
      }
      SystemCall.IO_URING_REGISTER.call(
          ring.number(), REGISTER_BUFFERS, vectors.address(), buffers.size());
      registered = true;
    }
  }

  /** Makes one transfer of a part of a registered buffer, and waits for it. */
  public long transfer(
      Fixed operation, int buffer, MemorySegment part, Descriptor file, long offset) {
    long entry = (submitted() & rings.memory().get(JAVA_INT, submissionMask)) * SQE_BYTES;
    MemorySegment sqe = entries.memory().asSlice(entry, SQE_BYTES).fill((byte) 0);
    sqe.set(ValueLayout.JAVA_BYTE, 0, operation.code);
    sqe.set(JAVA_INT, 4, file.number());
    sqe.set(ValueLayout.JAVA_LONG, 8, offset);
    sqe.set(ValueLayout.JAVA_LONG, 16, part.address());
    sqe.set(JAVA_INT, 24, Math.toIntExact(part.byteSize()));
    sqe.set(ValueLayout.JAVA_SHORT, 40, (short) buffer);
    return submitAndWait();
  }

  /** A request that does nothing: what the rings themselves cost. */
  public long nothing() {
    long entry = (submitted() & rings.memory().get(JAVA_INT, submissionMask)) * SQE_BYTES;
    entries
        .memory()
        .asSlice(entry, SQE_BYTES)
        .fill((byte) 0)
        .set(ValueLayout.JAVA_BYTE, 0, NO_OPERATION);
    return submitAndWait();
  }

  private long submitAndWait() {
    MemorySegment memory = rings.memory();
    int tail = submitted();
    int slot = tail & memory.get(JAVA_INT, submissionMask);
    memory.set(JAVA_INT, submissionArray + (long) slot * Integer.BYTES, slot);
    WORD.setRelease(memory, submissionTail, tail + 1);
    SystemCall.IO_URING_ENTER.call(ring.number(), 1, 1, ENTER_GETEVENTS, 0, 0);
    int head = memory.get(JAVA_INT, completionHead);
    while ((int) WORD.getAcquire(memory, completionTail) == head) {
      SystemCall.IO_URING_ENTER.call(ring.number(), 0, 1, ENTER_GETEVENTS, 0, 0);
    }
    long completion = completions + (head & memory.get(JAVA_INT, completionMask)) * CQE_BYTES;
    int result = memory.get(JAVA_INT, completion + Long.BYTES);
    WORD.setRelease(memory, completionHead, head + 1);
    if (result < 0) {
      throw new SystemCallException("io_uring", -result);
    }
    return result;
  }

  private int submitted() {
    return rings.memory().get(JAVA_INT, submissionTail);
  }

  /** Memory is unpinned at once: what the kernel does after the last close may take a while. */
  @Override
  public void close() {
    if (registered) {
      SystemCall.IO_URING_REGISTER.attempt(ring.number(), UNREGISTER_BUFFERS, 0, 0, 0, 0);
    }
    entries.close();
    rings.close();
    ring.close();
  }
}
