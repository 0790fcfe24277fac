package org.portbench.harness.linux.sys;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What a socket takes and gives in one system call: a header, a body in memory of the caller's, and
 * descriptors. It is used over and over.
 */
public final class Packet {
  /** The most descriptors in one packet. */
  public static final int MOST_DESCRIPTORS = 64;

  static final StructLayout MSGHDR =
      MemoryLayout.structLayout(
          JAVA_LONG.withName("name"),
          JAVA_INT.withName("namelen"),
          MemoryLayout.paddingLayout(4),
          JAVA_LONG.withName("iov"),
          JAVA_LONG.withName("iovlen"),
          JAVA_LONG.withName("control"),
          JAVA_LONG.withName("controllen"),
          JAVA_INT.withName("flags"),
          MemoryLayout.paddingLayout(4));
  static final StructLayout IOVEC =
      MemoryLayout.structLayout(JAVA_LONG.withName("base"), JAVA_LONG.withName("len"));
  static final StructLayout CMSGHDR =
      MemoryLayout.structLayout(
          JAVA_LONG.withName("len"), JAVA_INT.withName("level"), JAVA_INT.withName("type"));

  private static final int SOL_SOCKET = 1;
  private static final int SCM_RIGHTS = 1;
  private static final int MSG_CTRUNC = 0x08;
  private static final int MSG_TRUNC = 0x20;

  private static final long IOV = at(MSGHDR, "iov");
  private static final long IOVLEN = at(MSGHDR, "iovlen");
  private static final long CONTROL = at(MSGHDR, "control");
  private static final long CONTROLLEN = at(MSGHDR, "controllen");
  private static final long FLAGS = at(MSGHDR, "flags");
  private static final long LEVEL = at(CMSGHDR, "level");
  private static final long TYPE = at(CMSGHDR, "type");

  private final MemorySegment header;
  private final MemorySegment message;
  private final MemorySegment vectors;
  private final MemorySegment control;
  private final Deque<Descriptor> received = new ArrayDeque<>();
  private int attached;
  private long length;

  /**
   * @param headerBytes the most that a header has
   */
  public Packet(Arena arena, long headerBytes) {
    header = arena.allocate(headerBytes, Long.BYTES);
    message = arena.allocate(MSGHDR);
    vectors = arena.allocate(IOVEC, 2);
    control = arena.allocate(CMSGHDR.byteSize() + (long) MOST_DESCRIPTORS * Integer.BYTES, 8);
    control.set(JAVA_INT, LEVEL, SOL_SOCKET);
    message.set(JAVA_LONG, IOV, vectors.address());
    vectors.set(JAVA_LONG, 0, header.address());
  }

  /** What to write before sending, and to read after receiving. */
  public MemorySegment header() {
    return header;
  }

  /** All bytes of the last packet received, those of its body included. */
  public long length() {
    return length;
  }

  /** Sends a descriptor with the next packet; the receiver gets one of its own. */
  public void attach(Descriptor descriptor) {
    if (attached == MOST_DESCRIPTORS) {
      throw new IllegalStateException("no packet carries more than " + attached + " descriptors");
    }
    long place = CMSGHDR.byteSize() + (long) attached * Integer.BYTES;
    control.set(JAVA_INT, place, descriptor.number());
    attached++;
  }

  /** The next descriptor that came with the last packet; the caller closes it. */
  public Descriptor detach() {
    Descriptor next = received.poll();
    if (next == null) {
      throw new IllegalStateException("the packet brought no further descriptor");
    }
    return next;
  }

  public int descriptorsLeft() {
    return received.size();
  }

  long outgoing(long headerBytes, MemorySegment body) {
    vectors(headerBytes, body);
    long bytes = attached == 0 ? 0 : CMSGHDR.byteSize() + (long) attached * Integer.BYTES;
    if (attached > 0) {
      control.set(JAVA_LONG, 0, bytes);
      control.set(JAVA_INT, LEVEL, SOL_SOCKET);
      control.set(JAVA_INT, TYPE, SCM_RIGHTS);
    }
    message.set(JAVA_LONG, CONTROL, attached == 0 ? 0 : control.address());
    message.set(JAVA_LONG, CONTROLLEN, aligned(bytes));
    attached = 0;
    return message.address();
  }

  long incoming(MemorySegment body) {
    vectors(header.byteSize(), body);
    message.set(JAVA_LONG, CONTROL, control.address());
    message.set(JAVA_LONG, CONTROLLEN, control.byteSize());
    return message.address();
  }

  /** Takes over what the kernel wrote; descriptors that nobody took before are closed. */
  void arrived(long bytes) {
    received.forEach(Descriptor::close);
    received.clear();
    length = bytes;
    if (message.get(JAVA_LONG, CONTROLLEN) >= CMSGHDR.byteSize()
        && control.get(JAVA_INT, TYPE) == SCM_RIGHTS) {
      long end = control.get(JAVA_LONG, 0);
      for (long place = CMSGHDR.byteSize(); place + Integer.BYTES <= end; place += 4) {
        received.add(Descriptor.owning(control.get(ValueLayout.JAVA_INT, place)));
      }
    }
    if ((message.get(JAVA_INT, FLAGS) & (MSG_TRUNC | MSG_CTRUNC)) != 0) {
      throw new IllegalStateException("a packet is longer than its receiver expects");
    }
  }

  private void vectors(long headerBytes, MemorySegment body) {
    vectors.set(JAVA_LONG, 8, headerBytes);
    vectors.set(JAVA_LONG, 16, body.address());
    vectors.set(JAVA_LONG, 24, body.byteSize());
    message.set(JAVA_LONG, IOVLEN, body.byteSize() == 0 ? 1 : 2);
  }

  private static long aligned(long bytes) {
    return bytes + 7 & -8;
  }

  private static long at(StructLayout layout, String member) {
    return layout.byteOffset(PathElement.groupElement(member));
  }
}
