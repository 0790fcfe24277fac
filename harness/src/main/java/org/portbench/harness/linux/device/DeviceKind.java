package org.portbench.harness.linux.device;

import java.util.Optional;

/** The devices that there are. */
public enum DeviceKind {
  FILE("file", Look.NOTHING, "a file opened with O_DIRECT"),
  SINK_HEADER("sink-header", Look.HEADER, "the driver itself, which looks at one word of the data"),
  SINK_DATA("sink-data", Look.ALL, "the driver itself, which reads, or writes, all of the data");

  private final String word;
  private final Look look;
  private final String description;

  DeviceKind(String word, Look look, String description) {
    this.word = word;
    this.look = look;
    this.description = description;
  }

  public static Optional<DeviceKind> of(String word) {
    for (DeviceKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  public String word() {
    return word;
  }

  /** What the driver itself looks at. */
  public Look look() {
    return look;
  }

  public String description() {
    return description;
  }

  /** What of a read's data is worth a look in the client. */
  public Look returned() {
    return this == FILE ? Look.ALL : look;
  }
}
