package org.portbench.hardware.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.PrimeMachine;
import org.portbench.hardware.sim.EventQueue;

/** An interrupt takes 1009 ps, after the 503 that an idle CPU needs to come out of idle. */
class InterruptControllerTest {
  private final EventQueue events = new EventQueue();
  private final List<Long> handledPs = new ArrayList<>();
  private Meter meter;
  private Core core;
  private InterruptController interrupts;
  private long servicePs;

  private void boot(MachineProfile profile) {
    meter = new Meter(new Prices(profile));
    core = new Core(0, profile, meter, events);
    interrupts = new InterruptController(profile, meter, events);
    interrupts.route(core, new Service());
  }

  @Test
  void uncoalesced_everyCompletionInterrupts() {
    boot(PrimeMachine.coalescing(1, 0));
    at(0, interrupts::completed);
    at(10_000, interrupts::completed);
    finish();
    assertEquals(List.of(1512L, 11_512L), handledPs);
    assertEquals(2, meter.counter(Counter.INTERRUPTS));
    assertEquals(2018, meter.totalPs(Category.INTERRUPT));
  }

  @Test
  void coalesced_theCountRaisesAtOnce() {
    boot(PrimeMachine.coalescing(3, 50_000));
    at(0, interrupts::completed);
    at(100, interrupts::completed);
    at(200, interrupts::completed);
    finish();
    assertEquals(List.of(1712L), handledPs);
    assertEquals(1, meter.counter(Counter.INTERRUPTS));
    assertEquals(1009, meter.totalPs(Category.INTERRUPT));
  }

  @Test
  void coalesced_theTimeSinceTheFirstRaises() {
    boot(PrimeMachine.coalescing(3, 50_000));
    at(0, interrupts::completed);
    at(49_000, interrupts::completed);
    finish();
    assertEquals(List.of(51_512L), handledPs);
  }

  @Test
  void countReached_startsTheTimeAnew() {
    boot(PrimeMachine.coalescing(2, 50_000));
    at(0, interrupts::completed);
    at(100, interrupts::completed);
    at(40_000, interrupts::completed);
    finish();
    assertEquals(List.of(1612L, 91_512L), handledPs);
    assertEquals(2, meter.counter(Counter.INTERRUPTS));
  }

  @Test
  void busyCpu_isInterruptedInTheMiddleOfItsSegment() {
    boot(PrimeMachine.coalescing(1, 0));
    List<String> log = new ArrayList<>();
    core.enqueue(new Work("a", 10_000, 0, meter, events, log), 0, false);
    at(5000, interrupts::completed);
    finish();
    assertEquals(List.of(5000L), handledPs);
    assertEquals(List.of("a runs at 503", "a ends at 11512"), log);
  }

  @Test
  void whatTheServiceCharges_isPartOfTheInterrupt() {
    boot(PrimeMachine.coalescing(1, 0));
    servicePs = 200;
    at(0, interrupts::completed);
    finish();
    assertEquals(List.of(1712L), handledPs);
  }

  private final class Service implements Activity {
    @Override
    public void run(Core on) {
      meter.charge(Category.DRIVER, "SERVICE", 1, servicePs);
    }

    @Override
    public void ended(Core on) {
      handledPs.add(events.nowPs());
    }
  }

  private void at(long timePs, Runnable action) {
    events.schedule(events.newSlot(0, now -> action.run()), timePs);
  }

  private void finish() {
    while (events.runNext()) {}
  }
}
