package org.portbench.harness.linux.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.portbench.harness.linux.domain.DomainMain;

/** What /proc says. */
final class Kernel {
  private static final Path PROC = Path.of("/proc");

  private Kernel() {}

  static long descriptors() {
    return count(PROC.resolve("self/fd"));
  }

  static long objectsMapped() {
    return lines(PROC.resolve("self/maps")).stream()
        .filter(line -> line.contains("memfd:portbench"))
        .count();
  }

  /** Sockets in the abstract name space that this process listens on. */
  static long namedSockets() {
    String name = "@portbench-" + ProcessHandle.current().pid() + "-";
    return lines(PROC.resolve("net/unix")).stream().filter(line -> line.contains(name)).count();
  }

  /** Processes of domains whose socket had a name that begins so, wherever they hang now. */
  static List<Long> domains(long harness) {
    String name = "portbench-" + harness + "-";
    try (Stream<Path> processes = Files.list(PROC)) {
      return processes
          .map(process -> process.getFileName().toString())
          .filter(number -> number.matches("[0-9]+"))
          .filter(number -> {
            String line = commandLine(number);
            return line.contains(DomainMain.class.getName()) && line.contains(name);
          })
          .map(Long::parseLong)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String commandLine(String process) {
    try {
      return Files.readString(PROC.resolve(process).resolve("cmdline"));
    } catch (IOException e) {
      return "";
    }
  }

  private static long count(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
