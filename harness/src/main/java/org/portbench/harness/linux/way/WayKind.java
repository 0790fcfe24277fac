package org.portbench.harness.linux.way;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portbench.harness.linux.transport.Carrier;

/** The ways that there are, under the names of the strategies that they are. */
public enum WayKind {
  DIRECT("direct", "one process; layers are calls"),
  COPY("copy", "copied through a pipe at each hop"),
  COPY_SOCKET("copy-socket", "copied through a socket at each hop"),
  MACH_3(
      "mach-3", "mapped privately at each hop; a cost analogue, since such a map is no snapshot"),
  MACH_3_PROTECTED("mach-3-protected", "mach-3, and the sender write-protects until the reply"),
  MACH_3_WRITTEN(
      "mach-3-written", "mach-3, and each receiver writes one word, which copies a page"),
  FD("fd", "a descriptor with each request, mapped by who looks, and by the driver"),
  VM_OBJECT(
      "vm-object",
      "a descriptor with each request; writes are spliced, for reads the driver maps for a moment"),
  REGISTERED("registered", "objects given once; io_uring with fixed buffers where it is a file"),
  NULL("null", "requests of 32 bytes cross and no data: what a hop costs that does nothing");

  private final String word;
  private final String description;

  WayKind(String word, String description) {
    this.word = word;
    this.description = description;
  }

  public static Optional<WayKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word.equals(word)).findFirst();
  }

  public static List<String> words() {
    return Stream.of(values()).map(WayKind::word).toList();
  }

  public String word() {
    return word;
  }

  /** In words, for who reads a result. */
  public String description() {
    return description;
  }

  /** Whether all domains are one process. */
  public boolean oneProcess() {
    return this == DIRECT;
  }

  /** Whether the client's objects are given to everybody beforehand. */
  public boolean givesObjects() {
    return this == REGISTERED;
  }

  /** Whether any data arrives that could be looked at. */
  public boolean passesData() {
    return this != NULL;
  }

  public Carrier carrier() {
    return switch (this) {
      case COPY -> Carrier.PIPE;
      case COPY_SOCKET -> Carrier.SOCKET;
      default -> Carrier.NONE;
    };
  }
}
