package org.portbench.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many claims at once on one timetable, the same one after the other on another. */
class TimetableRunsTest {
  private final EventQueue events = new EventQueue();
  private final Timetable atOnce = new Timetable(events);
  private final Timetable oneByOne = new Timetable(events);
  private final int clock = events.newSlot(0, now -> {});

  @ParameterizedTest(name = "seed {0}, {1} ps ahead")
  @CsvSource({"1, 300", "2, 300", "3, 3000", "4, 30000", "20030716, 1000"})
  void manyClaims_areTheClaimsOneAfterTheOther(long seed, long aheadPs) {
    RandomStream random = new RandomStream(seed, "runs of claims");
    int free = 0;
    int delayed = 0;
    for (int i = 0; i < 4_000; i++) {
      if (random.below(3) == 0) {
        passTo(events.nowPs() + random.below(12_000));
      }
      String where = "seed " + seed + ", claim " + i;
      long fromPs = events.nowPs() + random.below(aheadPs);
      long durationPs = random.below(30);
      long periodPs = random.below(2) == 0 ? durationPs : random.below(50);
      int claims = random.below(3) == 0 ? 1 : (int) random.below(100);
      long expectedPs = claim(fromPs, durationPs, periodPs, claims);
      long delayPs = atOnce.claim(fromPs, durationPs, periodPs, claims);
      assertEquals(expectedPs, delayPs, where);
      assertEquals(oneByOne.entries(), atOnce.entries(), where);

      long laterPs = events.nowPs() + random.below(2 * aheadPs);
      assertEquals(oneByOne.claim(laterPs, 7), atOnce.claim(laterPs, 7), where);
      free += claims > 1 && durationPs > 0 && delayPs == 0 ? 1 : 0;
      delayed += claims > 1 && delayPs > 0 ? 1 : 0;
    }
    assertTrue(free > 100 && delayed > 100, free + " had no delay, " + delayed + " had some");
  }

  private long claim(long fromPs, long durationPs, long periodPs, int claims) {
    long delayPs = 0;
    for (int i = 0; i < claims; i++) {
      delayPs += oneByOne.claim(fromPs + i * periodPs + delayPs, durationPs);
    }
    return delayPs;
  }

  @Test
  void claimsBeforeTheLastTakenTime_waitForIt() {
    atOnce.claim(100, 10);
    assertEquals(10, atOnce.claim(95, 10, 10, 2), "95 to 100, then 110 to 125");
    assertEquals(30, atOnce.claim(95, 1), "95 to 125 is taken now");
  }

  @Test
  void claimsThatBeginWhereTheLastEnds_areServedAtOnce() {
    atOnce.claim(0, 10);
    assertEquals(0, atOnce.claim(10, 5, 8, 3), "10, 18 and 26");
    assertEquals(4, atOnce.entries());
    assertEquals(0, atOnce.claim(15, 3), "what is left between them");
    assertEquals(2, atOnce.claim(29, 1), "26 to 31 is taken");
  }

  @Test
  void claimsForThePast_areRefused() {
    passTo(10);
    assertThrows(IllegalArgumentException.class, () -> atOnce.claim(9, 1, 5, 3));
    assertThrows(IllegalArgumentException.class, () -> atOnce.claim(10, -1, 5, 3));
  }

  private void passTo(long timePs) {
    events.schedule(clock, timePs);
    events.runNext();
  }
}
