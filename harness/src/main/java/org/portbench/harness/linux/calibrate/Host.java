package org.portbench.harness.linux.calibrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portbench.harness.linux.sys.Affinity;

/**
 * What the kernel tells of this machine.
 *
 * @param tagged whether TLB entries carry a tag of their address space
 */
public record Host(
    String processor, String kernel, int cpus, int pageBytes, long memoryMib, boolean tagged) {
  private static final String TOLD = "told by the kernel";

  public static Host here() {
    String cpuinfo = text(Path.of("/proc/cpuinfo"));
    String memory = first(text(Path.of("/proc/meminfo")), "MemTotal: +([0-9]{1,12}) kB", "0");
    return new Host(
        first(cpuinfo, "model name\\s*: (.+)", System.getProperty("os.arch")),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        Affinity.ofThisThread().cpus().size(),
        PageSize.here(),
        Math.max(1, Long.parseLong(memory) >> 10),
        cpuinfo.matches("(?s).*\\b(pcid|asid)\\b.*") || !cpuinfo.contains("flags"));
  }

  private static String first(String text, String pattern, String otherwise) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    return found.find() ? found.group(1).strip() : otherwise;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** In a line. */
  public String words() {
    return "%s, %d CPU%s, %s".formatted(processor, cpus, cpus == 1 ? "" : "s", kernel);
  }

  /** What of a profile follows from it. */
  void numbers(Worth worth) {
    worth.told("cpu.cores", Integer.toString(cpus), TOLD + ": CPUs that this process may use");
    worth.told("memory.page_bytes", Integer.toString(pageBytes), TOLD);
    worth.told("memory.total_mib", Long.toString(memoryMib), TOLD);
    CacheSizes caches = CacheSizes.here();
    if (caches.told()) {
      worth.told("memory.private_cache_kib", kib(caches.privateBytes()), TOLD);
      worth.told("memory.shared_cache_kib", kib(caches.sharedBytes()), TOLD);
    }
    worth.told("mmu.tagged", Boolean.toString(tagged), TOLD);
    worth.told("iommu.mode", "off", "not seen from here: a guest's device addresses are memory's");
  }

  private static String kib(long bytes) {
    return Long.toString(bytes >> 10);
  }
}
