package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void aVerdict_saysWhatItRestsOn() {
    assertEquals(
        "no slowdown above 2.5 %; ratio 1.025 (1.025 to 1.025); finds slowdowns of 3.0 %",
        words(Scripted.slower(1.025)));
    assertEquals(
        "slower by more than 3.0 %; ratio 1.100 (1.100 to 1.100); finds slowdowns of 3.0 %",
        words(Scripted.slower(1.1)));
    assertEquals(
        "faster; ratio 0.900 (0.900 to 0.900); finds slowdowns of 3.0 %",
        words(Scripted.slower(0.9)));
  }

  @Test
  void nothingConcluded_saysWhy() {
    CellVerdict alarm = verdict(Scripted.slower(1.1));
    assertEquals("inconclusive: clean blocks: 6 of 12, needed: 8", words(Scripted.restless(6, 1)));
    assertEquals(
        "inconclusive: out of time; clean blocks: 0 of 0, needed: 8",
        new CellVerdict.Inconclusive(new Doubt.OutOfTime(0, 0, 8)).words(Rule.TIMES));
    assertEquals(
        "inconclusive: the base differs from itself", alarm.under(Control.FIRED).words(Rule.TIMES));
    assertEquals(
        "inconclusive: slower, but nothing is known of the base against itself",
        alarm.under(Control.UNDECIDED).words(Rule.TIMES));
  }

  @Test
  void whatCouldNotBeMeasured_saysWhy() {
    for (boolean lacking : new boolean[] {true, false}) {
      CellVerdict verdict =
          new CellVerdict.Inconclusive(new LaunchException("it broke", lacking).doubt());
      assertEquals(
          (lacking ? "not comparable" : "failed") + ": it broke", verdict.words(Rule.TIMES));
      assertEquals(verdict, verdict.under(Control.FIRED));
    }
  }

  private static String words(DuetCell cell) {
    return verdict(cell).words(Rule.TIMES);
  }

  private static CellVerdict verdict(DuetCell cell) {
    Duet duet = new Duet(cell, Scripted.chance(), () -> true);
    return duet.second(duet.first());
  }
}
