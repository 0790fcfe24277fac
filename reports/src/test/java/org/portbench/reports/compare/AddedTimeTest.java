package org.portbench.reports.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.reports.SyntheticRun;
import org.portbench.reports.compare.AddedTime.Purpose;
import org.portbench.results.TrialResult;

class AddedTimeTest {

  @Test
  void itIsWhatTheInKernelStackDoesNotTake() {
    List<Comparison> small = List.of(Comparison.of(SyntheticRun.usual()).getFirst());
    TrialResult object = small.getFirst().passed("vm-object").orElseThrow();
    TrialResult direct = small.getFirst().passed("direct").orElseThrow();
    AddedTime added = AddedTime.of("vm-object", small);
    assertEquals(object.cpuNsPerOperation() - direct.cpuNsPerOperation(), added.ns().getSum());
    assertEquals(
        object.breakdownNs().get("switch") - direct.breakdownNs().get("switch"),
        added.nsByPurpose().get(Purpose.SWITCHES));
  }

  @Test
  void itsPartsAddUpToTheWhole() {
    for (String strategy : List.of("copy", "mach-3", "vm-object")) {
      AddedTime added = AddedTime.of(strategy, Comparison.of(SyntheticRun.usual()));
      long sum = added.nsByPurpose().values().stream().mapToLong(Long::longValue).sum();
      assertEquals(added.ns().getSum(), sum);
    }
  }

  @Test
  void theLargestPartsComeFirstAndExplainMostOfIt() {
    AddedTime copying = AddedTime.of("copy", Comparison.of(SyntheticRun.usual()));
    assertEquals(List.of(Purpose.DATA), copying.most());
    AddedTime passing = AddedTime.of("vm-object", Comparison.of(SyntheticRun.usual()));
    assertTrue(passing.most().stream().mapToDouble(passing::share).sum() >= 0.7);
    assertTrue(passing.share(passing.most().getFirst()) >= passing.share(passing.most().get(1)));
  }

  @Test
  void directAddsNothingAndNothingIsAddedToADirectThatIsNotThere() {
    List<Comparison> all = Comparison.of(SyntheticRun.usual());
    assertFalse(AddedTime.of("direct", all).isSome());
    TrialResult copy = SyntheticRun.cell("pc-2003", SyntheticRun.FIVE_LOADS.getFirst(), "copy");
    assertFalse(AddedTime.of("copy", Comparison.of(SyntheticRun.run(List.of(copy)))).isSome());
  }
}
