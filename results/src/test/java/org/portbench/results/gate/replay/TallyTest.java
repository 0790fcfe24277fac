package org.portbench.results.gate.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.portbench.results.gate.CellVerdict.Inconclusive;
import org.portbench.results.gate.Doubt;
import org.portbench.results.gate.Proportion;

class TallyTest {

  @Test
  void whatIsUndecided_isNoPass_andNoAlarm() {
    Tally tally =
        new Tally(1, 2, 3, 3).and(new Inconclusive(new Doubt.TooFewCleanBlocks(0, 12, 8)));
    assertEquals(new Tally(1, 2, 3, 4), tally);
    assertEquals(new Proportion(3, 10), tally.alarms());
    assertEquals(new Proportion(3, 6), tally.alarmsOfDecided());
    assertEquals(new Proportion(4, 10), tally.undecided());
    assertEquals(new Tally(2, 4, 6, 8), tally.plus(tally));
  }
}
