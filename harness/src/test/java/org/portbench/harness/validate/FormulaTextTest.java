package org.portbench.harness.validate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.results.Evidence;
import org.portbench.results.TrialResult;

class FormulaTextTest {
  private static final Map<String, List<Long>> RUNS =
      Map.of("a", List.of(), "b-2", List.of(), "mapped", sizes(), "copied", sizes());

  private static List<Long> sizes() {
    return List.of(4096L, 8192L, 16384L);
  }

  /** {@code a} takes 300 ns of CPU, {@code b-2} 40; both moved 4096 bytes in 2 operations. */
  private static Readings readings() {
    return new Readings(
        Map.of(
            "a", one(FakeCell.of("a", 300)),
            "b-2", one(FakeCell.of("b", 40)),
            // Dearer by 50, then cheaper by 50: they meet in the middle.
            "mapped", bySize("m", 250, 300, 400),
            "copied", bySize("c", 200, 350, 700)));
  }

  private static NavigableMap<Long, TrialResult> one(TrialResult cell) {
    NavigableMap<Long, TrialResult> cells = new TreeMap<>();
    cells.put(0L, cell);
    return cells;
  }

  private static NavigableMap<Long, TrialResult> bySize(String name, long... cpuNs) {
    NavigableMap<Long, TrialResult> cells = new TreeMap<>();
    for (int i = 0; i < cpuNs.length; i++) {
      cells.put(sizes().get(i), FakeCell.of(name + i, cpuNs[i]));
    }
    return cells;
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cpuNsPerOperation(a) | 300",
        "cpuNsPerOperation(a) / cpuNsPerOperation( b-2 ) | 7.5",
        "cpuNsPerOperation(a) - cpuNsPerOperation(b-2) - cpuNsPerOperation(b-2) | 220",
        "2 * (cpuNsPerOperation(a) + cpuNsPerOperation(b-2)) / 4 | 170",
        "cpuNsPerOperation(a)/2/3 | 50",
        "(cpuNsPerOperation(mapped, 16k) - cpuNsPerOperation(mapped, 4k)) / 3 | 50",
        // Picoseconds become nanoseconds, a rate a number per nanosecond.
        "totalsPs.copy(a) / counters.bytesCopied(a) | 0.25",
        "1 / throughput.iops(a) | 500000",
        "throughput.bytesPerSecond(a) / throughput.iops(a) | 2048",
        "requestBytes(a) | 2048",
        // At 4096 mapped takes 50 more, at 8192 50 less: half way.
        "crossover(mapped, copied) | 6144",
        "1.5 | 1.5"
      })
  void aFormula_isWorkedOutInNsAndBytes(String text, double value) {
    assertEquals(value, read(text).value(readings()), value * 1e-12);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "cpuNsPerOperation(a) | time",
        "cpuNsPerOperation(a) / cpuNsPerOperation(b-2) | a plain number",
        "requestBytes(a) / elapsedPs(a) | size per time",
        "elapsedPs(a) * elapsedPs(a) | time to the 2",
        "1 / elapsedPs(a) | 1 per time",
        "crossover(mapped, copied) | size",
        "crossover(mapped, copied, elapsedPs) | size"
      })
  void aFormula_knowsWhatItIs(String text, String dimension) {
    assertEquals(dimension, read(text).dimension().words());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "cpuNsPerOperation(x) | unknown run 'x'; did you mean a?",
        "cpuNs(a) | unknown metric 'cpuNs'; known are",
        "latencyNs.men(a) | unknown metric 'latencyNs.men'; did you mean latencyNs.mean?",
        "cpuNsPerOperation(a) + requestBytes(a) | time + size cannot be worked out",
        "cpuNsPerOperation(a) - 3 | time - a plain number cannot be worked out",
        "cpuNsPerOperation(a) 3 | '3' is too much; a sign is missing before it",
        "(cpuNsPerOperation(a) | a parenthesis is not closed",
        "cpuNsPerOperation(a) / | something is missing at the end; write a number, METRIC(run)",
        "cpuNsPerOperation(a) * ? | '?' is no number; write a number, METRIC(run) or (...)",
        "cpuNsPerOperation(mapped) | mapped has several sizes; write METRIC(mapped, SIZE)",
        "cpuNsPerOperation(mapped, 5k) | mapped has no size 5k; its sizes are [4096, 8192, 16384]",
        "cpuNsPerOperation(mapped, x) | q: size 'x': not a size; write for example 512, 4k or 1m",
        "cpuNsPerOperation(a, 4k, 3) | cpuNsPerOperation takes a run, and a size where the run",
        "crossover(a) | crossover takes two runs, and a metric where it is not CPU time",
        "crossover(a, b-2) | crossover needs two runs with two sizes or more in common"
      })
  void whatIsNoFormula_isSaidSo(String text, String problem) {
    String said = assertThrows(RuntimeException.class, () -> read(text)).getMessage();
    assertEquals(problem, said.substring(0, Math.min(said.length(), problem.length())), said);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "crossover(copied, mapped) | at 16384 B copied still takes more",
        "crossover(mapped, mapped) | at 4096 B mapped takes less already",
        "1 / (cpuNsPerOperation(a) - cpuNsPerOperation(a)) | it divides by zero",
        "latencyNs.p99(a) | the cell m/s/w/a/n2/s1 has no latencyNs.p99"
      })
  void whatHasNoNumber_saysWhy(String text, String why) {
    assertEquals(
        why, assertThrows(NoNumber.class, () -> read(text).value(readings())).getMessage());
  }

  @Test
  void aCellThatFailed_hasNoNumber() {
    Readings readings = new Readings(Map.of("a", one(FakeCell.failed("a", "out of luck"))));
    assertEquals(
        "the cell m/s/w/a/n2/s1 did not pass: out of luck",
        assertThrows(NoNumber.class, () -> read("elapsedPs(a)").value(readings)).getMessage());
  }

  @Test
  void everyNumberLookedAt_isEvidence_once() {
    Readings readings = readings();
    read("cpuNsPerOperation(a) / (cpuNsPerOperation(a) - cpuNsPerOperation(b-2))").value(readings);
    assertEquals(
        List.of(
            new Evidence("m/s/w/a/n2/s1", "cpuNsPerOperation", 300),
            new Evidence("m/s/w/b/n2/s1", "cpuNsPerOperation", 40)),
        readings.evidence());
  }

  private static Formula read(String text) {
    return new FormulaText(text, new TreeMap<>(RUNS), "q", IllegalArgumentException::new).read();
  }
}
