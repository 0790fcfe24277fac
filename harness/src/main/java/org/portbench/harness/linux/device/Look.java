package org.portbench.harness.linux.device;

/** How much of the data somebody looks at. */
public enum Look {
  NOTHING,
  /** One word. */
  HEADER,
  ALL;

  /** Of data of that length. */
  public int bytes(int length) {
    return switch (this) {
      case NOTHING -> 0;
      case HEADER -> Long.BYTES;
      case ALL -> length;
    };
  }
}
