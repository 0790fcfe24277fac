package org.portbench.harness.workload;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a workload by name; one that is named twice is as long as the longer naming. */
final class FileTable {
  private final Map<String, Long> sizes = new LinkedHashMap<>();
  private final Map<String, Integer> indexes = new LinkedHashMap<>();
  private long footprintBytes;

  int index(Place place, String name, long sizeBytes) {
    long before = sizes.getOrDefault(name, 0L);
    long after = Math.max(before, sizeBytes);
    footprintBytes += after - before;
    if (footprintBytes > Limits.FOOTPRINT_BYTES) {
      throw place.error("the files are longer than 1 TiB in all");
    }
    sizes.put(name, after);
    if (sizes.size() > Limits.FILES) {
      throw place.error("more than " + Limits.FILES + " files in all");
    }
    return indexes.computeIfAbsent(name, _ -> indexes.size());
  }

  List<FileSpec> files() {
    return sizes.entrySet().stream().map(e -> new FileSpec(e.getKey(), e.getValue())).toList();
  }
}
