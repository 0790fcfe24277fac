package org.portbench.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.results.SampleCell;
import org.portbench.results.TrialResult;

class MetricTest {
  private final TrialResult cell =
      SampleCell.of("mach-3").breakdownNs("map", 5).breakdownNs("tlb", 7).counter("cow", 9).build();

  @ParameterizedTest
  @CsvSource({
    "breakdownNs.map, 5",
    "breakdownNs.map+tlb, 12",
    "breakdownNs.map+fault+tlb, 12",
    "breakdownNs.fault, 0",
    "totalsPs.tlb, 7000000",
    "counters.cow, 9",
    "cpuNsPerOperation, 10000",
    "requestBytes, 4096",
    "latencyNs.count, 1000",
    "payload.checkedBytes, 4096000",
  })
  void aNumberIsFoundByItsPlace(String name, long value) {
    assertEquals(OptionalLong.of(value), Metric.named(name).of(cell));
  }

  @Test
  void aCounterThatNobodyKeepsIsUnknownAndNotZero() {
    assertEquals(OptionalLong.empty(), Metric.named("counters.portBytes").of(cell));
    assertEquals(OptionalLong.empty(), Metric.named("counters.cow+portBytes").of(cell));
  }

  @Test
  void anAbsentPercentileIsUnknown() {
    assertEquals(OptionalLong.empty(), Metric.named("latencyNs.p99_99").of(cell));
  }
}
