package org.portbench.results.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portbench.results.SampleCell;

final class ComparisonTest {

  @Test
  void eachMetricHasItsVerdict() {
    ExactCell base = cell("a", Map.of("elapsedPs", 100L, "totalsPs.copy", 50L, "bytes", 7L));
    ExactCell head = cell("a", Map.of("elapsedPs", 99L, "totalsPs.copy", 51L, "bytes", 8L));
    Comparison comparison = Comparison.of(List.of(base), List.of(head));
    Map<String, Outcome> outcomes = new TreeMap<>();
    comparison
        .cells()
        .getFirst()
        .metrics()
        .forEach(metric -> outcomes.put(metric.name(), metric.outcome()));
    assertEquals(
        Map.of(
            "elapsedPs", Outcome.BETTER,
            "totalsPs.copy", Outcome.WORSE,
            "bytes", Outcome.CHANGED),
        outcomes);
    assertEquals(1, comparison.count(Outcome.WORSE));
    assertEquals(
        List.of("bytes", "totalsPs.copy", "elapsedPs"),
        comparison.cells().getFirst().changes().stream().map(ComparedMetric::name).toList());
  }

  @Test
  void aMetricThatIsAbsent_isZero() {
    ExactCell none = cell("a", Map.of("bytes", 1L));
    ExactCell zero = cell("a", Map.of("bytes", 1L, "counters.messages", 0L));
    ExactCell one = cell("a", Map.of("bytes", 1L, "counters.messages", 1L));
    assertTrue(new ComparedCell(none, zero).same());
    ComparedCell grown = new ComparedCell(none, one);
    assertFalse(grown.same());
    assertEquals(List.of(new ComparedMetric("counters.messages", 0, 1)), grown.changes());
    assertTrue(grown.changes().getFirst().ratio().isEmpty());
  }

  @Test
  void anOperationInAnotherBucket_isAChange() {
    ExactCell base = buckets(Map.of(10L, 5L, 20L, 5L));
    ExactCell head = buckets(Map.of(10L, 4L, 20L, 6L));
    ComparedCell cell = new ComparedCell(base, head);
    assertFalse(cell.same());
    assertEquals(
        List.of(
            new ComparedMetric("latencyNs[10]", 5, 4), new ComparedMetric("latencyNs[20]", 5, 6)),
        cell.changes());
  }

  @Test
  void cellsWithoutCounterpart_areNotCompared() {
    Comparison comparison =
        Comparison.of(
            List.of(cell("b", Map.of()), cell("a", Map.of())),
            List.of(cell("c", Map.of()), cell("b", Map.of())));
    assertEquals(List.of("b"), comparison.cells().stream().map(ComparedCell::id).toList());
    assertEquals(List.of("a"), comparison.missing());
    assertEquals(List.of("c"), comparison.extra());
    assertFalse(comparison.complete());
  }

  @Test
  void theChargesThatDiffer_areTold() {
    ExactCell base = cell("a", Map.of());
    SortedMap<String, List<String>> before =
        new TreeMap<>(Map.of("1", List.of("A", "B"), "2", List.of("C"), "3", List.of("D")));
    SortedMap<String, List<String>> after =
        new TreeMap<>(Map.of("1", List.of("A", "B2"), "2", List.of("C"), "4", List.of("D")));
    assertEquals(
        Map.of("1", List.of("- B", "+ B2"), "3", List.of("- D"), "4", List.of("+ D")),
        new ComparedCell(base.withOneIo(before), base.withOneIo(after)).chargesChanged());
  }

  @Test
  void allOfAResult_isCompared() {
    ExactCell cell =
        ExactCell.of(SampleCell.of("copy").counter("messages", 3).breakdownNs("trap", 2).build());
    assertEquals(3, cell.comparable().get("counters.messages"));
    assertEquals(2_000_000, cell.comparable().get("totalsPs.trap"));
    assertEquals(1000, cell.latencies().total());
    assertTrue(cell.comparable().containsKey("latencyNs.p50"));
    assertFalse(cell.comparable().containsKey("latencyNs.p99"), "ten operations exceed it");
    assertTrue(new ComparedCell(cell, cell).changes().isEmpty());
  }

  @Test
  void inputsThatDiffer_areTold() {
    assertEquals(
        List.of(new InputChange("b", "2", "3"), new InputChange("c", "-", "4")),
        InputChange.between(
            new TreeMap<>(Map.of("a", "1", "b", "2")),
            new TreeMap<>(Map.of("a", "1", "b", "3", "c", "4"))));
  }

  private static ExactCell cell(String id, Map<String, Long> metrics) {
    return new ExactCell(
        id, new TreeMap<>(metrics), new LatencyBuckets(new TreeMap<>()), new TreeMap<>());
  }

  private static ExactCell buckets(Map<Long, Long> counts) {
    return new ExactCell(
        "a", new TreeMap<>(), new LatencyBuckets(new TreeMap<>(counts)), new TreeMap<>());
  }
}
