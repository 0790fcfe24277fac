package org.portbench.harness.linux.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The caches of a CPU, as Linux tells them.
 *
 * @param privateBytes the largest that a CPU has to itself
 * @param sharedBytes the last level
 */
record CacheSizes(long privateBytes, long sharedBytes, boolean told) {
  private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");
  private static final int MOST = 8;

  static CacheSizes here() {
    long own = 0;
    long last = 0;
    for (int i = 0; i < MOST; i++) {
      Path cache = CACHES.resolve("index" + i);
      long bytes = bytes(cache.resolve("size")).orElse(0);
      last = Math.max(last, bytes);
      own = Math.max(own, text(cache.resolve("level")).equals("2") ? bytes : 0);
    }
    return own > 0 && last >= own
        ? new CacheSizes(own, last, true)
        : new CacheSizes(1 << 20, 32 << 20, false);
  }

  private static OptionalLong bytes(Path file) {
    String size = text(file);
    return size.matches("[0-9]{1,9}K")
        ? OptionalLong.of(Long.parseLong(size.substring(0, size.length() - 1)) << 10)
        : OptionalLong.empty();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
