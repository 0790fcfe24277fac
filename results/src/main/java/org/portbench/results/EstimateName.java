package org.portbench.results;

import java.util.List;
import java.util.Map;

/**
 * The key of an estimate in words, as in "work of Mach send" for {@code primitive.mach_send_ns}.
 */
record EstimateName(String key) {
  private static final List<String> UNITS =
      List.of("_ps_per_byte", "_bytes", "_kib", "_mib", "_ns", "_us", "_ps");

  private static final Map<String, String> SECTIONS =
      Map.of(
          "iommu", "IOMMU ",
          "interrupts", "interrupt ",
          "device", "device ",
          "device.disk", "disk ",
          "device.flash", "flash ",
          "primitive", "work of ");

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("instruction", "one instruction"),
          Map.entry("line", "one cache line"),
          Map.entry("atomic", "one atomic"),
          Map.entry("allocation", "one allocation"),
          Map.entry("copy private", "copying in own cache"),
          Map.entry("copy shared", "copying in shared cache"),
          Map.entry("copy memory", "copying in memory"),
          Map.entry("touch private", "touching in own cache"),
          Map.entry("touch shared", "touching in shared cache"),
          Map.entry("touch memory", "touching in memory"),
          Map.entry("zero", "zeroing"),
          Map.entry("bus", "memory bus"),
          Map.entry("total", "size of memory"));

  String words() {
    int dot = key.lastIndexOf('.');
    String section = key.substring(0, Math.max(0, dot));
    String name = withoutUnit(key.substring(dot + 1)).replace('_', ' ');
    return SECTIONS.getOrDefault(section, "")
        + NAMES
            .getOrDefault(name, name)
            .replace("mach ", "Mach ")
            .replace("ipi ", "IPI ")
            .replace("tlb ", "TLB ")
            .replace("pte ", "page-table entry ");
  }

  private static String withoutUnit(String name) {
    return UNITS.stream()
        .filter(name::endsWith)
        .findFirst()
        .map(unit -> name.substring(0, name.length() - unit.length()))
        .orElse(name);
  }
}
