package org.portbench.results.store;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A line of comma-separated values, quoted where RFC 4180 says so. */
public final class CsvRow {
  private CsvRow() {}

  /** With its line break. */
  public static String of(String... values) {
    return Arrays.stream(values).map(CsvRow::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
