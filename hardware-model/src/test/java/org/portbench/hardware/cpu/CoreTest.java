package org.portbench.hardware.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.PrimeMachine;
import org.portbench.hardware.sim.EventQueue;

/** The way out of idle takes 503 ps, an interrupt from another CPU is there after 401. */
class CoreTest {
  private final MachineProfile profile = PrimeMachine.cores(2);
  private final EventQueue events = new EventQueue();
  private final Meter meter = new Meter(new Prices(profile));
  private final Core core = new Core(0, profile, meter, events);
  private final List<String> log = new ArrayList<>();

  @Test
  void idleCpu_comesOutOfIdleFirst() {
    assertTrue(core.idle());
    assertEquals(603, core.enqueue(work("a", 1000), 100, false));
    assertTrue(core.idle(), "it does not run yet");
    assertEquals(List.of("a runs at 603", "a ends at 1603"), finish());
    assertEquals(503, meter.totalPs(Category.IDLE));
    assertTrue(core.idle());
  }

  @Test
  void idleCpu_wokenFromAnother_alsoWaitsForTheInterrupt() {
    assertEquals(1004, core.enqueue(work("a", 1000), 100, true));
    assertEquals(List.of("a runs at 1004", "a ends at 2004"), finish());
    assertEquals(904, meter.totalPs(Category.IDLE));
  }

  @Test
  void activities_runFirstComeFirstServedWithoutAPause() {
    core.enqueue(work("a", 1000), 0, false);
    core.enqueue(work("b", 100), 0, false);
    core.enqueue(work("c", 10), 0, false);
    assertEquals(
        List.of(
            "a runs at 503",
            "a ends at 1503",
            "b runs at 1503",
            "b ends at 1603",
            "c runs at 1603",
            "c ends at 1613"),
        finish());
    assertEquals(503, meter.totalPs(Category.IDLE), "one way out of idle");
  }

  @Test
  void whatGoesOn_runsBeforeWhatWaits() {
    Work again = work("a", 1000);
    core.enqueue(
        new Activity() {
          @Override
          public void run(Core on) {}

          @Override
          public void ended(Core on) {
            core.enqueueNext(again);
          }
        },
        0,
        false);
    core.enqueue(work("b", 100), 0, false);
    assertEquals(
        List.of("a runs at 503", "a ends at 1503", "b runs at 1503", "b ends at 1603"), finish());
  }

  @Test
  void whatIsChargedAtTheEnd_delaysTheNext() {
    core.enqueue(work("a", 1000, 50), 0, false);
    core.enqueue(work("b", 100), 0, false);
    assertEquals(
        List.of("a runs at 503", "a ends at 1503", "b runs at 1553", "b ends at 1653"), finish());
  }

  @Test
  void activity_doesNotRunBeforeItsWakerIsDone() {
    core.enqueue(work("a", 1000), 0, false);
    runTo(503);
    at(1400, () -> assertEquals(300, core.enqueue(work("b", 100), 300, true)));
    assertEquals(
        List.of("a runs at 503", "a ends at 1503", "b runs at 1700", "b ends at 1800"), finish());
    assertEquals(503, meter.totalPs(Category.IDLE), "it did not go idle between");
  }

  @Test
  void stolenTime_lengthensTheSegmentExactly() {
    core.enqueue(work("a", 1000), 0, false);
    at(600, () -> core.steal(70));
    at(1502, () -> core.steal(7));
    at(1575, () -> core.steal(0));
    assertEquals(List.of("a runs at 503", "a ends at 1580"), finish());
  }

  @Test
  void stolenTime_lengthensWhatIsChargedAtTheEndToo() {
    core.enqueue(work("a", 1000, 50), 0, false);
    core.enqueue(work("b", 100), 0, false);
    at(1510, () -> core.steal(70));
    assertEquals(
        List.of("a runs at 503", "a ends at 1503", "b runs at 1623", "b ends at 1723"), finish());
  }

  @Test
  void interruptOfABusyCpu_runsAtOnceInStolenTime() {
    core.enqueue(work("a", 1000), 0, false);
    at(600, () -> core.interrupt(work("handler", 30, 5)));
    assertEquals(
        List.of("a runs at 503", "handler runs at 600", "handler ends at 600", "a ends at 1538"),
        finish());
  }

  @Test
  void interruptOfAnIdleCpu_comesOutOfIdleFirst() {
    core.interrupt(work("handler", 30));
    assertEquals(List.of("handler runs at 503", "handler ends at 533"), finish());
    assertEquals(503, meter.totalPs(Category.IDLE));
  }

  @Test
  void interruptsOfAWakingCpu_runInOrderBeforeTheRest() {
    core.enqueue(work("a", 1000), 0, false);
    at(100, () -> core.interrupt(work("first", 30)));
    at(200, () -> core.interrupt(work("second", 30)));
    assertEquals(
        List.of(
            "first runs at 503",
            "first ends at 533",
            "second runs at 533",
            "second ends at 563",
            "a runs at 563",
            "a ends at 1563"),
        finish());
  }

  @Test
  void whoRanLast_isForgottenByOthersAndByIdling() {
    Work a = work("a", 10);
    core.enqueue(a, 0, false);
    core.enqueue(a, 0, false);
    core.enqueue(work("b", 10), 0, false);
    core.enqueue(a, 0, false);
    at(10_000, () -> core.enqueue(a, 0, false));
    List<String> runs = finish().stream().filter(line -> line.contains("runs")).toList();
    assertEquals(
        List.of(
            "a runs at 503",
            "a runs at 513 again",
            "b runs at 523",
            "a runs at 533",
            "a runs at 10503"),
        runs);
  }

  @Test
  void cpu_isIdleOnlyBeforeAndAfter() {
    core.enqueue(work("a", 1000, 50), 0, false);
    at(502, () -> assertTrue(core.idle()));
    at(504, () -> assertFalse(core.idle()));
    at(1520, () -> assertFalse(core.idle(), "it pays for what it did at the end"));
    at(1554, () -> assertTrue(core.idle()));
    finish();
  }

  private Work work(String name, long runPs) {
    return work(name, runPs, 0);
  }

  private Work work(String name, long runPs, long trailPs) {
    return new Work(name, runPs, trailPs, meter, events, log);
  }

  private void at(long timePs, Runnable action) {
    events.schedule(events.newSlot(0, now -> action.run()), timePs);
  }

  private void runTo(long timePs) {
    while (events.nowPs() < timePs) {
      assertTrue(events.runNext());
    }
  }

  private List<String> finish() {
    while (events.runNext()) {}
    return log;
  }
}
