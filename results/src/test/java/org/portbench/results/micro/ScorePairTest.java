package org.portbench.results.micro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portbench.results.micro.Score.Measure;
import org.portbench.results.micro.ScorePair.Outcome;

class ScorePairTest {

  @Test
  void lessTimeIsFasterBeyondTheScatterOfBoth() {
    ScorePair pair = new ScorePair(time("a", 100, 5), time("a", 80, 4));
    assertEquals(1.25, pair.ratio());
    assertEquals(95.0 / 84, pair.least().orElseThrow());
    assertEquals(105.0 / 76, pair.most().orElseThrow());
    assertEquals(Outcome.FASTER, pair.outcome());
    assertEquals(Outcome.SLOWER, new ScorePair(pair.head(), pair.base()).outcome());
    assertEquals(
        Outcome.NOT_TOLD_APART, new ScorePair(time("a", 100, 15), time("a", 80, 10)).outcome());
  }

  @Test
  void moreOperationsASecondAreFaster() {
    ScorePair pair = new ScorePair(rate(1000, 10), rate(1100, 10));
    assertEquals(1.1, pair.ratio());
    assertEquals(1090.0 / 1010, pair.least().orElseThrow());
    assertEquals(1110.0 / 990, pair.most().orElseThrow());
    assertEquals(Outcome.FASTER, pair.outcome());
  }

  @Test
  void nothingIsSaidWhereTheScatterIsUnknownOrAsLargeAsTheScore() {
    Score once =
        new Score(
            Group.TLB,
            "a",
            new TreeMap<>(),
            100,
            OptionalDouble.empty(),
            Measure.NS_PER_OPERATION,
            OptionalDouble.empty());
    assertEquals(Outcome.UNKNOWN, new ScorePair(once, time("a", 80, 1)).outcome());
    assertEquals(Outcome.UNKNOWN, new ScorePair(time("a", 100, 100), time("a", 80, 1)).outcome());
  }

  @Test
  void aBenchmarkWithoutCounterpartIsNamed() {
    ScorePairs pairs =
        ScorePairs.of(
            new Scores(List.of(time("a", 1, 0), time("b", 1, 0))),
            new Scores(List.of(time("b", 2, 0), time("c", 1, 0))));
    assertEquals(List.of("tlb.a"), pairs.onlyBase());
    assertEquals(List.of("tlb.c"), pairs.onlyHead());
    assertEquals(1, pairs.pairs().size());
    assertFalse(pairs.whole());
  }

  private static Score time(String benchmark, double ns, double error) {
    return score(benchmark, ns, error, Measure.NS_PER_OPERATION);
  }

  private static Score rate(double perSecond, double error) {
    return score("a", perSecond, error, Measure.OPERATIONS_PER_SECOND);
  }

  private static Score score(String benchmark, double value, double error, Measure measure) {
    return new Score(
        Group.TLB,
        benchmark,
        new TreeMap<>(),
        value,
        OptionalDouble.of(error),
        measure,
        OptionalDouble.empty());
  }
}
