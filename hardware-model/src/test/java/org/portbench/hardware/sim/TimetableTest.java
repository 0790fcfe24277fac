package org.portbench.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
  private final EventQueue events = new EventQueue();
  private final Timetable timetable = new Timetable(events);
  private final int clock = events.newSlot(0, now -> {});

  @Test
  void freeTime_isHadAtOnce() {
    assertEquals(0, timetable.claim(100, 50));
    assertEquals(0, timetable.claim(150, 50));
  }

  @Test
  void claimsInOrder_areServedFirstComeFirstServed() {
    timetable.claim(0, 100);
    assertEquals(90, timetable.claim(10, 100));
    assertEquals(180, timetable.claim(20, 100));
    assertEquals(0, timetable.claim(300, 100));
  }

  @Test
  void claimForLater_holdsNobodyUpBefore() {
    timetable.claim(1000, 500);
    assertEquals(0, timetable.claim(0, 1000));
  }

  @Test
  void claimThatRunsIntoALaterOne_goesOnAfterIt() {
    timetable.claim(1000, 500);
    assertEquals(500, timetable.claim(900, 200));
    assertEquals(650, timetable.claim(950, 1), "900 to 1600 is taken now");
  }

  @Test
  void claimOverSeveralTakenTimes_takesWhatIsLeftBetweenThem() {
    timetable.claim(10, 10);
    timetable.claim(30, 10);
    timetable.claim(50, 10);
    assertEquals(15, timetable.claim(15, 20), "20 to 30, then 40 to 50, not 15 to 35");
    assertEquals(45, timetable.claim(15, 1), "10 to 60 is taken now");
  }

  @Test
  void claimOfNoTime_waitsForNobody() {
    timetable.claim(0, 100);
    assertEquals(0, timetable.claim(50, 0));
  }

  @Test
  void whatIsPast_isForgotten() {
    timetable.claim(0, 100);
    timetable.claim(200, 100);
    assertEquals(2, timetable.entries());
    passTo(100);
    assertEquals(1, timetable.entries());
    passTo(300);
    assertEquals(0, timetable.entries());
  }

  @Test
  void claimForThePast_isRefused() {
    passTo(10);
    assertThrows(IllegalArgumentException.class, () -> timetable.claim(9, 1));
    assertThrows(IllegalArgumentException.class, () -> timetable.claim(10, -1));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {3, 1847, 20030716})
  void everyClaim_takesTheFirstFreePicosecondsFromItsMomentOn(long seed) {
    RandomStream random = new RandomStream(seed, "claims");
    BitSet taken = new BitSet();
    long claimedPs = 0;
    for (int i = 0; i < 2000; i++) {
      if (random.below(3) == 0) {
        passTo(events.nowPs() + random.below(60));
      }
      int fromPs = (int) (events.nowPs() + random.below(2000));
      int durationPs = (int) random.below(30);
      long expectedPs = takeFirstFree(taken, fromPs, durationPs);
      claimedPs += durationPs;

      String where = "seed " + seed + ", claim " + i;
      long waitPs = timetable.claim(fromPs, durationPs);
      assertTrue(waitPs >= 0, where);
      assertEquals(expectedPs, waitPs, where);
      assertEquals(claimedPs, taken.cardinality(), where);
    }
  }

  private static long takeFirstFree(BitSet taken, int fromPs, int durationPs) {
    int at = fromPs;
    for (int left = durationPs; left > 0; left--) {
      at = taken.nextClearBit(at);
      taken.set(at++);
    }
    return (long) at - fromPs - durationPs;
  }

  private void passTo(long timePs) {
    events.schedule(clock, timePs);
    events.runNext();
  }
}
