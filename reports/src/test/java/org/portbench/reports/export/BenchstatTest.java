package org.portbench.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.reports.SyntheticRun;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

final class BenchstatTest {

  @Test
  void aCellIsALineOfExactNumbers() {
    RunResult run = SyntheticRun.usual();
    GoBenchmarks read = new GoBenchmarks(Benchstat.of(run));
    List<TrialResult> passed = run.cells().stream().filter(TrialResult::passed).toList();
    assertEquals(passed.size(), read.results.size());
    for (int i = 0; i < passed.size(); i++) {
      TrialResult cell = passed.get(i);
      GoBenchmarks.Result line = read.results.get(i);
      assertEquals(cell.operations(), line.iterations());
      assertEquals(cell.identity().strategy(), line.parts().get("strategy"));
      assertEquals(cell.identity().workload(), line.parts().get("workload"));
      assertEquals(cell.latencies().getMean(), line.values().get("ns/op"));
      assertEquals((double) cell.cpuNsPerOperation(), line.values().get("cpu-ns/op"));
      assertEquals((double) cell.latencyNs().max(), line.values().get("max-ns"));
      assertEquals(cell.latencyNs().p50().isPresent(), line.values().containsKey("p50-ns"));
      for (PerIo number : PerIo.of(cell)) {
        String unit = number.name() + (number.isTime() ? "-ns/op" : "/op");
        assertEquals(number.value(), line.values().get(unit), unit);
      }
    }
  }

  @Test
  void everyUnitIsDeclaredExactAndTimesAreBetterLower() {
    GoBenchmarks read = new GoBenchmarks(Benchstat.of(SyntheticRun.usual()));
    Set<String> used = new HashSet<>();
    read.results.forEach(line -> used.addAll(line.values().keySet()));
    assertEquals(used, read.units.keySet());
    read.units.forEach((unit, properties) ->
        assertEquals(
            unit.matches(".*\\bns(/op)?")
                ? Map.of("better", "lower", "assume", "exact")
                : Map.of("assume", "exact"),
            properties,
            unit));
  }

  @Test
  void nothingIsAssumedOfWhatWasMeasured() {
    GoBenchmarks read = new GoBenchmarks(Benchstat.of(SyntheticRun.measured()));
    assertTrue(read.units.size() > 3);
    read.units.forEach(
        (unit, properties) -> assertEquals("nothing", properties.get("assume"), unit));
  }

  /** The configuration decides what is compared with what: nothing in it may differ by run. */
  @Test
  void twoRunsAreConfiguredAlike() {
    GoBenchmarks one = new GoBenchmarks(Benchstat.of(SyntheticRun.usual()));
    GoBenchmarks other = new GoBenchmarks(Benchstat.of(new Nasty(5).run(20)));
    assertEquals(Map.of("pkg", "org.portbench"), one.results.getFirst().configuration());
    assertEquals(Map.of("pkg", "org.portbench"), other.results.getFirst().configuration());
  }

  @Test
  void aCellThatDidNotPassIsAComment() {
    GoBenchmarks read = new GoBenchmarks(Benchstat.of(SyntheticRun.usual()));
    assertEquals(
        2,
        read.ignored.stream()
            .filter(line -> line.startsWith("# failed: ") || line.startsWith("# skipped: "))
            .count());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20030716, 77})
  void anyNameIsReadBackAndStaysApart(long seed) {
    RunResult run = new Nasty(seed).run(200);
    GoBenchmarks read = new GoBenchmarks(Benchstat.of(run));
    List<TrialResult> measured =
        run.cells().stream().filter(c -> c.passed() && c.operations() > 0).toList();
    assertEquals(measured.size(), read.results.size());
    Set<String> names = new HashSet<>();
    for (int i = 0; i < measured.size(); i++) {
      GoBenchmarks.Result line = read.results.get(i);
      assertEquals(1, line.processors());
      assertTrue(names.add(line.name()), line.name());
      String written = line.parts().get("workload").replace("+", "%2B");
      String name = new String(measured.get(i).identity().workload().getBytes(UTF_8), UTF_8);
      assertEquals(name, URLDecoder.decode(written, UTF_8));
      PerIo.of(measured.get(i)).stream()
          .filter(PerIo::isTime)
          .forEach(
              number -> assertEquals(number.value(), line.values().get(number.name() + "-ns/op")));
    }
  }
}
