package org.portbench.harness.workload;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts in the values of <code>${NAME}</code> and of fio's keywords; remembers which were used. */
final class Substitutions {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  private final Map<String, String> environment;
  private final Map<String, Integer> keywords;
  private final Set<String> used = new LinkedHashSet<>();
  private final Set<String> unset = new LinkedHashSet<>();

  Substitutions(Map<String, String> environment, JobKeywords numbers) {
    this.environment = environment;
    this.keywords =
        Map.of(
            "$pagesize", numbers.pagesize(),
            "$mb_memory", numbers.mbMemory(),
            "$ncpus", numbers.ncpus());
  }

  /** A variable that is not set is worth nothing, as in fio. */
  String apply(String value) {
    Matcher variable = VARIABLE.matcher(value);
    String expanded = variable.replaceAll(found -> Matcher.quoteReplacement(of(found.group(1))));
    for (Map.Entry<String, Integer> keyword : keywords.entrySet()) {
      if (expanded.contains(keyword.getKey())) {
        used.add(keyword.getKey() + "=" + keyword.getValue());
        expanded = expanded.replace(keyword.getKey(), keyword.getValue().toString());
      }
    }
    return expanded;
  }

  private String of(String name) {
    String value = environment.getOrDefault(name, "");
    used.add(name + "=" + value);
    if (value.isEmpty()) {
      unset.add(name);
    }
    return value;
  }

  /** In a fixed order, for a digest. */
  Set<String> used() {
    return new TreeSet<>(used);
  }

  Set<String> unset() {
    return unset;
  }
}
