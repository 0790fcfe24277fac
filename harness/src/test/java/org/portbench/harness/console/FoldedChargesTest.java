package org.portbench.harness.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;
import org.portbench.harness.run.Explanation.Charge;

class FoldedChargesTest {
  private static final Charge MISS = new Charge(Category.TLB, "MISS", 1, 10);
  private static final Charge FAULT = new Charge(Category.FAULT, "FAULT", 1, 670);
  private static final Charge SEND = new Charge(Category.MESSAGING, "SEND", 1, 216);

  @Test
  void aCycleThatRepeats_isOneRoundOfSums() {
    List<Charge> charges = new ArrayList<>(List.of(SEND));
    for (int page = 0; page < 16; page++) {
      charges.add(MISS);
      charges.add(FAULT);
    }
    charges.add(MISS);
    assertEquals(
        List.of(
            SEND,
            new Charge(Category.TLB, "MISS", 16, 160),
            new Charge(Category.FAULT, "FAULT", 16, 16 * 670),
            MISS),
        FoldedCharges.of(charges));
  }

  @Test
  void whatDoesNotRepeat_staysAsItIs() {
    List<Charge> charges = List.of(SEND, MISS, FAULT, MISS, FAULT, SEND);
    assertEquals(charges, FoldedCharges.of(charges));
  }

  @Test
  void theSumStaysTheSame() {
    List<Charge> charges = List.of(MISS, MISS, MISS, MISS, FAULT, MISS, FAULT, FAULT, FAULT);
    assertEquals(total(charges), total(FoldedCharges.of(charges)));
  }

  private static long total(List<Charge> charges) {
    return charges.stream().mapToLong(Charge::ps).sum();
  }
}
