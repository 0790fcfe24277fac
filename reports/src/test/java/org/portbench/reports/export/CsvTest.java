package org.portbench.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.results.Measurement;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.ExactCell;
import org.portbench.results.exact.LatencyBuckets;

/** What a reader of RFC 4180 finds in the tables. */
final class CsvTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 20030716, 77})
  void aRunHasARowForEachMetricOfEachCell(long seed) throws IOException {
    RunResult run = new Nasty(seed).run(60);
    List<CSVRecord> rows = read(Exports.of(run).text(Format.CSV, 0));
    int row = 0;
    for (TrialResult cell : run.cells()) {
      for (Measurement measurement : Measurement.of(cell)) {
        CSVRecord found = rows.get(row++);
        assertTrue(found.isConsistent());
        assertEquals(cell.id(), found.get("cell"));
        assertEquals(cell.identity().workload(), found.get("workload"));
        assertEquals(cell.status().word(), found.get("status"));
        assertEquals(measurement.metric(), found.get("metric"));
        assertEquals(
            cell.passed() && measurement.value().isPresent()
                ? Long.toString(measurement.value().getAsLong())
                : "",
            found.get("value"));
      }
    }
    assertEquals(row, rows.size());
  }

  @Test
  void aComparisonHasARowForEachMetricOfEachPair() throws IOException {
    Comparison comparison =
        Comparison.of(List.of(cell("a,\"b\"\nc", 10, 7)), List.of(cell("a,\"b\"\nc", 15, 7)));
    List<CSVRecord> rows = read(ComparisonCsv.of(comparison));
    assertEquals(
        List.of(
            List.of("a,\"b\"\nc", "counters.softFaults", "", "7", "7", "1.000000000", "same"),
            List.of("a,\"b\"\nc", "elapsedPs", "smaller", "10", "15", "1.500000000", "worse")),
        rows.stream().map(CSVRecord::toList).toList());
  }

  private static ExactCell cell(String id, long elapsedPs, long faults) {
    TreeMap<String, Long> metrics = new TreeMap<>();
    metrics.put("elapsedPs", elapsedPs);
    metrics.put("counters.softFaults", faults);
    return new ExactCell(id, metrics, new LatencyBuckets(new TreeMap<>()), new TreeMap<>());
  }

  private static List<CSVRecord> read(String text) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(text, format)) {
      return parser.getRecords();
    }
  }
}
