package org.portbench.reports.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A format that other tools read. */
public enum Format {
  /** As JMH writes its results: an array of benchmarks with their scores. */
  JMH_JSON,
  /** As {@code go test -bench} prints: a line for each benchmark, units with their properties. */
  BENCHSTAT,
  /** A test report, a test for each cell. */
  JUNIT,
  /** What GitHub shows of a step: its summary in Markdown, and annotations. */
  GITHUB,
  /** A row for each number. */
  CSV;

  /** By which a user names it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Format> named(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** In words, as in "junit, csv". */
  public static String words(Collection<Format> formats) {
    return formats.stream().map(Format::word).collect(Collectors.joining(", "));
  }
}
