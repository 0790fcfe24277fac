package org.portbench.results.store;

import java.util.List;
import java.util.OptionalLong;
import org.portbench.results.CellIdentity;
import org.portbench.results.Measurement;
import org.portbench.results.TrialResult;

/**
 * The numbers of a run in long format, one row per cell and metric. A cell that did not pass has
 * its rows, but no values in them: a zero would spoil somebody's mean.
 */
public final class ResultsCsv {

  private static final String HEADER =
      "cell,tier,machine,stack,workload,strategy,status,metric,unit,value\n";

  private ResultsCsv() {}

  public static String of(List<TrialResult> cells) {
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
    return CsvRow.of(
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

  private static String number(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }
}
