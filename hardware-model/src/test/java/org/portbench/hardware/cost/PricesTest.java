package org.portbench.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What a primitive's work costs on a machine. */
class PricesTest {
  private static final MachineProfile ONE = MachineProfiles.builtIn("decstation-1993");

  /** 151 instructions of 50 ns and 5 lines of 300; with a second CPU 4 locks of 250, too. */
  @Test
  void kernelsForOneProcessorHaveNoLocks() {
    MachineProfile two =
        MachineProfiles.with(ONE, new MachineProfile.Number("cpu.cores", "2", "estimate", "test"));

    assertEquals(9_050_000, new Prices(ONE).of(Primitive.MACH_SEND));
    assertEquals(10_050_000, new Prices(two).of(Primitive.MACH_SEND));
  }
}
