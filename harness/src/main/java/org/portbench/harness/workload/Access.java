package org.portbench.harness.workload;

import java.util.Optional;

/** What {@code rw} asks for. */
record Access(boolean random, boolean reads, boolean writes) {
  private static final String WANTED = "write read, write, rw, randread, randwrite or randrw";

  static Access of(Optional<OptionValue> rw) {
    return rw.map(Access::named).orElse(new Access(false, true, false));
  }

  private static Access named(OptionValue rw) {
    return switch (rw.text()) {
      case "read" -> new Access(false, true, false);
      case "write" -> new Access(false, false, true);
      case "rw", "readwrite" -> new Access(false, true, true);
      case "randread" -> new Access(true, true, false);
      case "randwrite" -> new Access(true, false, true);
      case "randrw" -> new Access(true, true, true);
      case "trim", "randtrim", "trimwrite", "randtrimwrite" ->
          throw rw.error("trims are not supported; " + WANTED);
      default -> throw rw.error(WANTED);
    };
  }

  boolean mixed() {
    return reads && writes;
  }
}
