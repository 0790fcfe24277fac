package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.sim.EventQueue;

/** A bus of 3 ps a byte. */
class MemoryBusTest {
  private final MemoryBus bus = new MemoryBus(3, new EventQueue());

  @Test
  void transferAlone_doesNotWait() {
    assertEquals(0, bus.claim(0, 1000));
    assertEquals(3000, bus.transferPs(1000));
  }

  @Test
  void transferBehindAnother_waitsForTheRestOfIt() {
    bus.claim(0, 1000);
    assertEquals(2990, bus.claim(10, 1000));
    assertEquals(0, bus.claim(6000, 1));
  }

  @Test
  void transferForLater_leavesTheTimeBeforeToOthers() {
    bus.claim(30_000, 1000);
    assertEquals(0, bus.claim(0, 10_000));
    assertEquals(33_000, bus.claim(0, 1));
  }

  @Test
  void transferTooLongToReckonWith_isRefused() {
    assertThrows(ArithmeticException.class, () -> bus.claim(0, Long.MAX_VALUE / 2));
  }
}
