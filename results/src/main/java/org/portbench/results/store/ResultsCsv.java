package org.portbench.results.store;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.portbench.results.CellIdentity;
import org.portbench.results.Measurement;
import org.portbench.results.TrialResult;

/**
 * The numbers of a run in long format, one row per cell and metric, quoted as RFC 4180 says. A cell
 * that did not pass has its rows, but no values in them: a zero would spoil somebody's mean.
 */
final class ResultsCsv {

  private static final String HEADER =
      "cell,tier,machine,stack,workload,strategy,status,metric,unit,value\n";

  private ResultsCsv() {}

  static String of(List<TrialResult> cells) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (TrialResult cell : cells) {
      for (Measurement measurement : Measurement.of(cell)) {
        csv.append(row(cell, measurement));
      }
    }
    return csv.toString();
  }

  private static String row(TrialResult cell, Measurement measurement) {
    CellIdentity identity = cell.identity();
    return line(
        cell.id(),
        identity.tier(),
        identity.machine(),
        identity.stack(),
        identity.workload(),
        identity.strategy(),
        cell.status().word(),
        measurement.metric(),
        measurement.unit(),
        cell.passed() ? number(measurement.value()) : "");
  }

  private static String line(String... columns) {
    return Arrays.stream(columns)
        .map(ResultsCsv::quoted)
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String number(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
