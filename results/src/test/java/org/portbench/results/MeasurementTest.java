package org.portbench.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private final List<Measurement> all =
      Measurement.of(
          SampleCell.of("mach-3")
              .requestBytes(5000)
              .cpuNs(321)
              .breakdownNs("tlb", 9)
              .counter("bytesCopied", 17)
              .counter("portBytes", 72)
              .counter("messages", 5)
              .build());

  @Test
  void eachNumberHasItsPlaceInTheResultFileAsItsName() {
    assertEquals(new Measurement("operations", "1", OptionalLong.of(1000)), named("operations"));
    assertEquals(new Measurement("cpuNsPerOperation", "ns", OptionalLong.of(321)), cpu());
    assertEquals(
        new Measurement("totalsPs.tlb", "ps", OptionalLong.of(9_000_000)), named("totalsPs.tlb"));
    assertEquals(
        new Measurement("breakdownNs.tlb", "ns", OptionalLong.of(9)), named("breakdownNs.tlb"));
  }

  @Test
  void noNameStandsTwice() {
    var names = new HashSet<String>();
    assertTrue(all.stream().allMatch(measurement -> names.add(measurement.metric())));
  }

  @Test
  void countersOfBytesAreInBytes() {
    assertEquals("B", named("counters.bytesCopied").unit());
    assertEquals("B", named("counters.portBytes").unit());
    assertEquals("1", named("counters.messages").unit());
  }

  @Test
  void theMeanRequestIsTheBytesOverTheOperations() {
    assertEquals(OptionalLong.of(5000), named("requestBytes").value());
  }

  @Test
  void aPercentileWithTooFewExceedancesIsAbsent() {
    assertTrue(named("latencyNs.p90").value().isPresent());
    assertEquals(OptionalLong.empty(), named("latencyNs.p99").value());
  }

  private Measurement cpu() {
    return named("cpuNsPerOperation");
  }

  private Measurement named(String metric) {
    return all.stream().filter(m -> m.metric().equals(metric)).findFirst().orElseThrow();
  }
}
