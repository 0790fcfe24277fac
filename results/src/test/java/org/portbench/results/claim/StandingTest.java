package org.portbench.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.portbench.results.SampleCell;
import org.portbench.results.Verdict;

class StandingTest {

  /** 21,000, 30,000 and 44,000 ns against 20,000: 1050, 1500 and 2200; the middle one stands. */
  @Test
  void theFigureIsTheMedianOfTheSettings() {
    Argument three =
        new Argument()
            .with(object("a", 44_000))
            .with(object("b", 21_000))
            .with(object("c", 30_000));
    assertEquals(
        new Standing("D7", true, List.of("b"), List.of("a", "c"), OptionalLong.of(1500)),
        three.standing("D7"));
  }

  /** Between 1050 and 1501 lies 1275.5, rounded down. */
  @Test
  void ofTwoInTheMiddleTheMeanStands() {
    assertEquals(
        OptionalLong.of(1275),
        new Argument()
            .with(object("a", 30_020))
            .with(object("b", 21_000))
            .standing("D7")
            .figurePerMille());
  }

  @Test
  void whatIsCountedHasNoFigure() {
    assertEquals(OptionalLong.empty(), Argument.ofEveryClaim().standing("D4").figurePerMille());
    assertEquals(OptionalLong.empty(), new Argument().standing("D7").figurePerMille());
  }

  @Test
  void machinesAreJudgedTogether() {
    Standing met = standing(true, List.of("a"), List.of());
    Standing unmet = standing(true, List.of(), List.of("a"));
    Standing empty = standing(true, List.of(), List.of());
    assertEquals(Verdict.HOLDS, Standing.together(List.of(met, empty)));
    assertEquals(Verdict.HOLDS_WITHIN_LIMITS, Standing.together(List.of(met, unmet)));
    assertEquals(Verdict.DOES_NOT_HOLD, Standing.together(List.of(empty, unmet)));
    assertEquals(Verdict.NOT_DECIDED, Standing.together(List.of(empty)));
    assertEquals(
        Verdict.NOT_DECIDED,
        Standing.together(List.of(standing(false, List.of("a"), List.of("b")))));
  }

  @Test
  void whatIsGivenDecidesNothingButKnowsWhatStillHolds() {
    Consumer<Map<String, SampleCell>> touching =
        Argument.all(c -> c.stack("touching").parameter("touch", "data"));
    Argument argument =
        new Argument()
            .with(object("a", 21_000).andThen(touching))
            .with(object("b", 44_000).andThen(touching));
    assertEquals(
        new Standing("D8", false, List.of("a"), List.of("b"), OptionalLong.empty()),
        argument.standing("D8"));
  }

  private static Standing standing(boolean decides, List<String> met, List<String> unmet) {
    return new Standing("X", decides, met, unmet, OptionalLong.empty());
  }

  private static Consumer<Map<String, SampleCell>> object(String workload, long cpuNs) {
    return cells -> {
      Argument.all(c -> c.workload(workload)).accept(cells);
      cells.get("vm-object").cpuNs(cpuNs);
    };
  }
}
