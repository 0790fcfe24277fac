package org.portbench.harness.linux.domain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.portbench.harness.linux.sys.Memfd;

/** What this process has open and mapped at the moment, as the kernel sees it. */
final class Belongings {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Path MAPPINGS = Path.of("/proc/self/maps");

  private Belongings() {}

  /** Descriptors, and mappings of objects. */
  static long count() {
    try (Stream<Path> descriptors = Files.list(DESCRIPTORS);
        Stream<String> mappings = Files.lines(MAPPINGS)) {
      return descriptors.count()
          + mappings.filter(line -> line.contains("memfd:" + Memfd.NAME)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
