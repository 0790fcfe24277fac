package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which of the settings of a place are meant, as shortly as can be said: by the size of requests,
 * by exceptions, by size and kind, by name, or else by how many they are.
 */
record Extent(List<Setting> meant, List<Setting> others) {
  private static final int FEW = 2;
  private static final int PARTS = 3;
  private static final Pattern READS = Pattern.compile("(rand|seq)read([-@].*)?");
  private static final Pattern WRITES = Pattern.compile("(rand|seq)write([-@].*)?");

  static Extent of(List<Finding> findings, Predicate<Finding> meant) {
    return new Extent(
        findings.stream().filter(meant).map(Finding::setting).toList(),
        findings.stream().filter(meant.negate()).map(Finding::setting).toList());
  }

  String words() {
    if (meant.isEmpty() || others.isEmpty()) {
      return meant.isEmpty() ? "nowhere" : "everywhere";
    }
    Optional<String> size = bySize();
    if (size.isPresent()) {
      return "for requests" + size.get();
    }
    if (names(others).size() <= FEW && others.size() < meant.size()) {
      return "for all but " + Phrases.and(names(others));
    }
    if (names(meant).size() <= FEW) {
      return "only for " + Phrases.and(names(meant));
    }
    return byKind()
        .filter(parts -> parts.size() <= PARTS)
        .map(parts -> "for " + Phrases.and(parts))
        .orElse("in " + meant.size() + " of " + (meant.size() + others.size()) + " settings");
  }

  static List<String> names(List<Setting> settings) {
    return settings.stream().map(setting -> setting.key().workload()).distinct().toList();
  }

  private Optional<String> bySize() {
    long least = meant.stream().mapToLong(Setting::requestBytes).min().orElseThrow();
    long most = meant.stream().mapToLong(Setting::requestBytes).max().orElseThrow();
    if (others.stream().allMatch(setting -> setting.requestBytes() < least)) {
      return Optional.of(" of " + Size.words(least) + (least == most ? "" : " and more"));
    }
    return others.stream().allMatch(setting -> setting.requestBytes() > most)
        ? Optional.of(" of " + Size.words(most) + (least == most ? "" : " and less"))
        : Optional.empty();
  }

  /** Empty if size does not tell them apart within a kind either. */
  private Optional<List<String>> byKind() {
    Map<String, Extent> kinds = new LinkedHashMap<>();
    meant.forEach(s -> kind(kinds, s).meant.add(s));
    others.forEach(s -> kind(kinds, s).others.add(s));
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, Extent> kind : kinds.entrySet()) {
      Extent extent = kind.getValue();
      if (!extent.meant.isEmpty()) {
        Optional<String> size = extent.others.isEmpty() ? Optional.of("") : extent.bySize();
        if (size.isEmpty()) {
          return Optional.empty();
        }
        parts.add(kind.getKey() + size.get());
      }
    }
    return Optional.of(parts);
  }

  private static Extent kind(Map<String, Extent> kinds, Setting setting) {
    String name = setting.key().workload();
    String kind =
        READS.matcher(name).matches() ? "reads" : WRITES.matcher(name).matches() ? "writes" : name;
    return kinds.computeIfAbsent(kind, _ -> new Extent(new ArrayList<>(), new ArrayList<>()));
  }
}
