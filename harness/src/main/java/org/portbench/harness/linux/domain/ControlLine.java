package org.portbench.harness.linux.domain;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Packet;
import org.portbench.harness.linux.sys.UnixSocket;

/** Carries words, with descriptors, between the harness and a domain. One thread uses an end. */
public final class ControlLine implements AutoCloseable {
  private static final int MOST_BYTES = 16 << 10;

  private final UnixSocket socket;
  private final Arena arena = Arena.ofConfined();
  private final Packet out = new Packet(arena, MOST_BYTES);
  private final Packet in = new Packet(arena, MOST_BYTES);

  public ControlLine(UnixSocket socket) {
    this.socket = socket;
  }

  public Descriptor descriptor() {
    return socket.descriptor();
  }

  /** The receiver gets descriptors of its own. */
  public void send(Words words, List<Descriptor> with) {
    byte[] text = words.line().getBytes(StandardCharsets.UTF_8);
    if (text.length > MOST_BYTES) {
      throw new IllegalArgumentException("too many words: " + text.length + " bytes");
    }
    MemorySegment.copy(text, 0, out.header(), ValueLayout.JAVA_BYTE, 0, text.length);
    with.forEach(out::attach);
    socket.send(out, text.length);
  }

  /** Waits for words; empty where the other end is gone. */
  public Optional<Words> receive() {
    if (!socket.receive(in)) {
      return Optional.empty();
    }
    byte[] text = in.header().asSlice(0, in.length()).toArray(ValueLayout.JAVA_BYTE);
    return Optional.of(Words.parse(new String(text, StandardCharsets.UTF_8)));
  }

  /** The next descriptor that came with the last words; the caller closes it. */
  public Descriptor given() {
    return in.detach();
  }

  @Override
  public void close() {
    socket.close();
    arena.close();
  }
}
