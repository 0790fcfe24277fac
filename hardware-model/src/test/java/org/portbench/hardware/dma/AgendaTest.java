package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.sim.RandomStream;
import org.portbench.hardware.sim.Tournament;

class AgendaTest {

  private record Entry(long timePs, int order, Command command, Stage stage) {}

  @Test
  void entriesComeOut_byTime_thenInTheOrderOfInsertion() {
    long seed = 20030716;
    RandomStream random = new RandomStream(seed, "agenda");
    Agenda agenda = new Agenda();
    List<Entry> expected = new ArrayList<>();
    for (int step = 0; step < 20_000; step++) {
      boolean growing = (step / 500) % 2 == 0;
      if (expected.isEmpty() || random.below(10) < (growing ? 7 : 3)) {
        Stage stage = Stage.values()[(int) random.below(Stage.values().length)];
        Entry entry = new Entry(random.below(50), step, new Command(), stage);
        agenda.add(entry.timePs(), entry.command(), entry.stage());
        expected.add(entry);
      } else {
        Entry first =
            expected.stream()
                .min(Comparator.comparingLong(Entry::timePs).thenComparingInt(Entry::order))
                .orElseThrow();
        assertEquals(first.timePs(), agenda.earliestPs(), "seed " + seed + ", step " + step);
        assertFalse(agenda.take(first.timePs() - 1), "seed " + seed + ", step " + step);
        assertTrue(agenda.take(first.timePs()), "seed " + seed + ", step " + step);
        assertSame(first.command(), agenda.command(), "seed " + seed + ", step " + step);
        assertSame(first.stage(), agenda.stage(), "seed " + seed + ", step " + step);
        expected.remove(first);
      }
      assertEquals(expected.isEmpty(), agenda.earliestPs() == Tournament.NEVER);
    }
  }

  @Test
  void newAgenda_hasNothingToTake() {
    assertFalse(new Agenda().take(0));
  }
}
