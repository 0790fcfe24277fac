package org.portbench.harness.robust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.robust.Estimate.Error;
import org.portbench.harness.robust.Estimate.Varied.Possible;

final class EstimateTest {

  /** 833 ps halved is 416.5, of which the model counts 416. */
  @Test
  void aNumberIsHalvedToThePicosecondBelow() {
    Estimate instruction = named("cpu.instruction_ps");
    Possible half = (Possible) instruction.wrongBy(Error.HALF);
    assertEquals("416", half.value());
    assertEquals(416, half.machine().cpu().instructionPs());
    assertEquals("1666", ((Possible) instruction.wrongBy(Error.TWICE)).value());
  }

  @Test
  void aPrimitiveThatNobodyMeasuredIsAnEstimateOfItsPrice() {
    long price = new Prices(MachineProfiles.builtIn("pc-2003")).of(Primitive.MACH_SEND);
    Possible twice = (Possible) named("primitive.mach_send_ns").wrongBy(Error.TWICE);
    assertEquals(2 * price, new Prices(twice.machine()).of(Primitive.MACH_SEND));
  }

  @Test
  void whatIsMeasuredOrReadSomewhereIsNoEstimate() {
    List<String> keys = all().stream().map(Estimate::key).toList();
    assertFalse(keys.contains("cpu.system_call_ns"));
    assertFalse(keys.contains("primitive.soft_fault_ns"));
    assertFalse(keys.contains("primitive.thread_switch_ns"));
    assertTrue(keys.contains("primitive.wake_up_ns"));
  }

  private static Estimate named(String key) {
    return all().stream().filter(e -> e.key().equals(key)).findFirst().orElseThrow();
  }

  private static List<Estimate> all() {
    return Estimate.of(MachineProfiles.builtIn("pc-2003"));
  }
}
