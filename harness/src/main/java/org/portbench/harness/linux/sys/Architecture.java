package org.portbench.harness.linux.sys;

import java.util.Locale;
import java.util.Optional;

/** The kinds of machine whose system calls and flags are known here. */
public enum Architecture {
  X86_64("amd64", 0x4000, 0x1_0000),
  AARCH64("aarch64", 0x1_0000, 0x4000);

  private static final Optional<Architecture> HERE = find();

  private final String arch;
  private final int direct;
  private final int directory;

  Architecture(String arch, int direct, int directory) {
    this.arch = arch;
    this.direct = direct;
    this.directory = directory;
  }

  /** This machine's, where it runs Linux and is one of them. */
  public static Optional<Architecture> here() {
    return HERE;
  }

  /** Why nothing here works on this machine; empty where it does. */
  public static Optional<String> unsupported() {
    return HERE.isPresent()
        ? Optional.empty()
        : Optional.of(
            "needs Linux on x86-64 or aarch64; this is "
                + System.getProperty("os.name")
                + " on "
                + System.getProperty("os.arch"));
  }

  static Architecture known() {
    return HERE.orElseThrow(() -> new UnsupportedOperationException(unsupported().orElse("")));
  }

  /** O_DIRECT. */
  int openDirect() {
    return direct;
  }

  /** O_TMPFILE, which includes O_DIRECTORY. */
  int openTemporary() {
    return 0x40_0000 | directory;
  }

  private static Optional<Architecture> find() {
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    for (Architecture known : values()) {
      if (known.arch.equals(arch)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }
}
