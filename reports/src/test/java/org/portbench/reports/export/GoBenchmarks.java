package org.portbench.reports.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Go's benchmark format: configuration, units and results; what is neither is ignored. */
final class GoBenchmarks {
  /** A result line: what it was and what it cost. */
  record Result(
      String name,
      Map<String, String> parts,
      int processors,
      long iterations,
      Map<String, Double> values,
      Map<String, String> configuration) {}

  private static final Pattern CONFIGURATION =
      Pattern.compile("(\\p{Ll}[^\\s\\p{Lu}:]*):(?:[ \\t]+(.*))?");
  private static final Pattern RESULT = Pattern.compile("Benchmark(?!\\p{Ll})\\S*\\s.*");
  private static final Pattern PROCESSORS = Pattern.compile("(.*)-(\\d+)");

  final List<Result> results = new ArrayList<>();
  final Map<String, Map<String, String>> units = new LinkedHashMap<>();
  final List<String> ignored = new ArrayList<>();
  private final Map<String, String> configuration = new HashMap<>();

  GoBenchmarks(String text) {
    for (String line : text.split("\n", -1)) {
      Matcher key = CONFIGURATION.matcher(line);
      if (RESULT.matcher(line).matches()) {
        results.add(result(line.split("\\s+")));
      } else if (line.startsWith("Unit ")) {
        unit(line.split("\\s+"));
      } else if (key.matches()) {
        configure(key.group(1), key.group(2));
      } else {
        ignored.add(line);
      }
    }
  }

  private void configure(String key, String value) {
    if (value == null || value.isEmpty()) {
      configuration.remove(key);
    } else {
      configuration.put(key, value);
    }
  }

  private void unit(String[] words) {
    Map<String, String> properties = units.computeIfAbsent(words[1], _ -> new HashMap<>());
    for (int i = 2; i < words.length; i++) {
      String[] property = words[i].split("=", 2);
      boolean known =
          switch (property[0]) {
            case "better" -> property[1].matches("lower|higher");
            case "assume" -> property[1].matches("nothing|exact");
            default -> false;
          };
      if (!known || properties.put(property[0], property[1]) != null) {
        throw new AssertionError("no property of a unit: " + words[i]);
      }
    }
  }

  private Result result(String[] words) {
    if (words.length < 4 || words.length % 2 != 0) {
      throw new AssertionError("values and units do not pair: " + List.of(words));
    }
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 2; i < words.length; i += 2) {
      if (values.put(words[i + 1], Double.valueOf(words[i])) != null) {
        throw new AssertionError("two values in " + words[i + 1]);
      }
    }
    Matcher name = PROCESSORS.matcher(words[0]);
    boolean numbered = name.matches();
    Map<String, String> parts = new LinkedHashMap<>();
    String[] pieces = (numbered ? name.group(1) : words[0]).split("/", -1);
    for (int i = 1; i < pieces.length; i++) {
      String[] part = pieces[i].split("=", 2);
      if (part.length != 2 || parts.put(part[0], part[1]) != null) {
        throw new AssertionError("no part of a name: " + pieces[i]);
      }
    }
    return new Result(
        words[0],
        parts,
        numbered ? Integer.parseInt(name.group(2)) : 1,
        Long.parseLong(words[1]),
        values,
        Map.copyOf(configuration));
  }
}
