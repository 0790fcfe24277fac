package org.portbench.harness.linux.sys;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;

/**
 * A socket between processes of this machine. Its name, where it has one, is in the abstract name
 * space: no file stays when its processes end.
 */
public record UnixSocket(Descriptor descriptor) implements AutoCloseable {
  private static final int AF_UNIX = 1;
  private static final int SOCK_STREAM = 1;
  private static final int SOCK_SEQPACKET = 5;
  private static final int SOCK_CLOEXEC = 0x8_0000;
  private static final int SOL_SOCKET = 1;
  private static final int SO_PEERCRED = 17;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int MSG_CMSG_CLOEXEC = 0x4000_0000;
  private static final int BACKLOG = 64;
  private static final int MOST_NAME_BYTES = 107;
  private static final int PATH = 2;
  private static final MemorySegment NO_BODY = MemorySegment.NULL;

  /** Both ends of a connection. */
  public record Pair(UnixSocket one, UnixSocket other) implements AutoCloseable {
    @Override
    public void close() {
      one.close();
      other.close();
    }
  }

  /** Keeps packets apart. */
  public static Pair packets() {
    return pair(SOCK_SEQPACKET);
  }

  /** Bytes without boundaries. */
  public static Pair bytes() {
    return pair(SOCK_STREAM);
  }

  private static Pair pair(int type) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment ends = arena.allocate(ValueLayout.JAVA_INT, 2);
      SystemCall.SOCKETPAIR.call(AF_UNIX, type | SOCK_CLOEXEC, 0, ends.address());
      return new Pair(
          new UnixSocket(Descriptor.owning(ends.getAtIndex(ValueLayout.JAVA_INT, 0))),
          new UnixSocket(Descriptor.owning(ends.getAtIndex(ValueLayout.JAVA_INT, 1))));
    }
  }

  /** Waits for connections under a name. */
  public static UnixSocket listening(String name) {
    UnixSocket socket = named(SystemCall.BIND, name);
    SystemCall.LISTEN.call(socket.descriptor.number(), BACKLOG);
    return socket;
  }

  /** Connects to who listens under that name. */
  public static UnixSocket connected(String name) {
    return named(SystemCall.CONNECT, name);
  }

  private static UnixSocket named(SystemCall call, String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    if (text.length > MOST_NAME_BYTES) {
      throw new IllegalArgumentException("the name of a socket is too long: " + name);
    }
    Descriptor socket =
        Descriptor.owning(SystemCall.SOCKET.call(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment address = arena.allocate(PATH + 1L + MOST_NAME_BYTES, Long.BYTES);
      address.set(ValueLayout.JAVA_SHORT, 0, (short) AF_UNIX);
      MemorySegment.copy(text, 0, address, ValueLayout.JAVA_BYTE, PATH + 1L, text.length);
      call.call(socket.number(), address.address(), PATH + 1L + text.length);
      return new UnixSocket(socket);
    } catch (SystemCallException e) {
      socket.close();
      throw e;
    }
  }

  public UnixSocket accept() {
    return new UnixSocket(
        Descriptor.owning(SystemCall.ACCEPT4.call(descriptor.number(), 0, 0, SOCK_CLOEXEC)));
  }

  /** The process at the other end, as the kernel noted it when it connected. */
  public long peerProcess() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment credentials = arena.allocate(ValueLayout.JAVA_INT, 3);
      MemorySegment length = arena.allocateFrom(ValueLayout.JAVA_INT, 12);
      SystemCall.GETSOCKOPT.call(
          descriptor.number(), SOL_SOCKET, SO_PEERCRED, credentials.address(), length.address(), 0);
      return credentials.get(ValueLayout.JAVA_INT, 0);
    }
  }

  /**
   * @param headerBytes how much of the packet's header is sent
   * @throws SystemCallException where the peer is gone, too
   */
  public void send(Packet packet, long headerBytes) {
    send(packet, headerBytes, NO_BODY);
  }

  /** Sends header and body as one packet. */
  public void send(Packet packet, long headerBytes, MemorySegment body) {
    SystemCall.SENDMSG.call(descriptor.number(), packet.outgoing(headerBytes, body), MSG_NOSIGNAL);
  }

  /**
   * @return false where the peer is gone, and nothing will come any more
   */
  public boolean receive(Packet packet) {
    return receive(packet, NO_BODY);
  }

  /** What follows the header goes to the body. */
  public boolean receive(Packet packet, MemorySegment body) {
    long bytes =
        SystemCall.RECVMSG.attempt(
            descriptor.number(), packet.incoming(body), MSG_CMSG_CLOEXEC, 0, 0, 0);
    if (bytes == -Errno.ECONNRESET) {
      return false;
    }
    packet.arrived(SystemCall.RECVMSG.checked(bytes));
    return bytes > 0;
  }

  /** Writes all of the memory to a socket of bytes. */
  public void sendFully(MemorySegment from) {
    long done = 0;
    while (done < from.byteSize()) {
      done +=
          SystemCall.SENDTO.call(
              descriptor.number(),
              from.address() + done,
              from.byteSize() - done,
              MSG_NOSIGNAL,
              0,
              0);
    }
  }

  @Override
  public void close() {
    descriptor.close();
  }
}
