package org.portbench.results.claim;

/** Bytes in words. */
final class Size {

  private static final long KIB = 1024;
  private static final long MIB = 1024 * KIB;

  private Size() {}

  static String words(long bytes) {
    if (bytes > 0 && bytes % MIB == 0) {
      return bytes / MIB + " MiB";
    }
    return bytes > 0 && bytes % KIB == 0 ? bytes / KIB + " KiB" : bytes + " B";
  }
}
