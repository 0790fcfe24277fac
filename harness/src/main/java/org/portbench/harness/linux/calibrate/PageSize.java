package org.portbench.harness.linux.calibrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large a page is, as the kernel tells of the memory of this process. */
final class PageSize {
  private static final Pattern TOLD = Pattern.compile("KernelPageSize: +([0-9]{1,6}) kB");

  private PageSize() {}

  static int here() {
    try {
      Matcher told = TOLD.matcher(Files.readString(Path.of("/proc/self/smaps")));
      return told.find() ? Integer.parseInt(told.group(1)) << 10 : 4096;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
