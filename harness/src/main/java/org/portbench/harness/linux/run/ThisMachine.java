package org.portbench.harness.linux.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.portbench.harness.linux.sys.Affinity;
import org.portbench.harness.linux.sys.Architecture;
import org.portbench.harness.linux.sys.IoUring;
import org.portbench.results.MachineNumber;

/**
 * The machine that is measured, in the words of its kernel.
 *
 * @param name short enough for a table's head
 */
public record ThisMachine(String name, List<MachineNumber> numbers) {
  private static final String STATUS = "verified";

  public static ThisMachine find() {
    String cpu = fact("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch"));
    String kernel = System.getProperty("os.version");
    String name = "linux-" + slug(cpu);
    List<MachineNumber> numbers = new ArrayList<>();
    numbers.add(row(name, "machine.cpu", cpu, "/proc/cpuinfo"));
    numbers.add(row(name, "machine.kernel", kernel, "uname"));
    if (Architecture.here().isPresent()) {
      String cpus = Affinity.ofThisThread().cpus().toString().replaceAll("[\\[\\] ]", "");
      numbers.add(row(name, "machine.cpus", cpus, "sched_getaffinity"));
      String rings = IoUring.unavailable().map(why -> "no: " + why).orElse("yes");
      numbers.add(row(name, "machine.io_uring", rings, "io_uring_setup"));
    }
    fact("/proc/self/limits", "Max locked memory")
        .ifPresent(limit -> numbers.add(row(name, "machine.locked_memory", limit, "limits")));
    fact("/proc/meminfo", "MemTotal")
        .ifPresent(total -> numbers.add(row(name, "machine.memory", total, "/proc/meminfo")));
    boolean virtual =
        fact("/proc/cpuinfo", "flags").filter(f -> f.contains("hypervisor")).isPresent();
    numbers.add(row(name, "machine.virtual", virtual ? "yes" : "no", "/proc/cpuinfo"));
    return new ThisMachine(name, List.copyOf(numbers));
  }

  private static MachineNumber row(String name, String key, String value, String source) {
    return new MachineNumber(name, key, value, STATUS, source);
  }

  private static String slug(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("\\(.*?\\)|@.*|processor|cpu", " ")
        .strip()
        .replaceAll("[^a-z0-9]+", "-");
  }

  private static Optional<String> fact(String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(key.length()).replaceFirst("^\\s*:", "").strip())
          .map(value -> value.replaceAll("\\s{2,}", " "))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
