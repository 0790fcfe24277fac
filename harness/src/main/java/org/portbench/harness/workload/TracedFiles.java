package org.portbench.harness.workload;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of a trace: which are open as it goes along, and how far each is used. */
final class TracedFiles {
  private static final int BLOCK_BYTES = 4_096;

  private static final class Used {
    private final int index;
    private long endByte;

    Used(int index) {
      this.index = index;
    }
  }

  private final Map<String, Integer> opens = new HashMap<>();
  private final Map<String, Used> used = new LinkedHashMap<>();
  private long footprintBytes;

  void note(Place place, String name, String action) {
    switch (action) {
      case "add" -> add(place, name);
      case "open" -> open(place, name, 1);
      case "close" -> open(place, name, -1);
      default ->
          throw place.error(
              "unknown action "
                  + Quoted.of(action)
                  + "; without an offset, write add, open or close");
    }
  }

  private void add(Place place, String name) {
    opens.putIfAbsent(name, 0);
    if (opens.size() > Limits.FILES) {
      throw place.error("more than " + Limits.FILES + " files");
    }
  }

  private void open(Place place, String name, int change) {
    Integer before = opens.get(name);
    if (before == null) {
      throw place.error(Quoted.of(name) + " has not been added");
    }
    if (before + change < 0) {
      throw place.error(Quoted.of(name) + " is closed but not open");
    }
    opens.put(name, before + change);
  }

  /** The index of a file that is used up to {@code endByte}; it must be open. */
  int used(Place place, String name, long endByte) {
    if (opens.getOrDefault(name, 0) == 0) {
      throw place.error(Quoted.of(name) + " is used but not open");
    }
    Used file = used.computeIfAbsent(name, _ -> new Used(used.size()));
    if (endByte > file.endByte) {
      footprintBytes += endByte - file.endByte;
      file.endByte = endByte;
    }
    if (footprintBytes > Limits.FOOTPRINT_BYTES) {
      throw place.error("the files are longer than 1 TiB in all");
    }
    return file.index;
  }

  /** Whole blocks, at least one. */
  List<FileSpec> specs() {
    return used.entrySet().stream()
        .map(file -> new FileSpec(Quoted.printable(file.getKey()), wholeBlocks(file.getValue())))
        .toList();
  }

  private static long wholeBlocks(Used file) {
    return Math.max(1, Math.ceilDiv(file.endByte, BLOCK_BYTES)) * BLOCK_BYTES;
  }

  int untouched() {
    return opens.size() - used.size();
  }

  long stillOpen() {
    return opens.values().stream().filter(count -> count > 0).count();
  }
}
