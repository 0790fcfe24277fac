package org.portbench.harness.linux.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Category;

final class OwnTimeTest {
  @Test
  void writingDataAndLookingAtItIsTheClientsOwn() {
    OwnTime own = new OwnTime();
    for (int i = 0; i < 3; i++) {
      own.step("client asks");
      own.charged(Category.TOUCH, "TOUCH_BYTES", 1, i == 0 ? 900_000 : 3000);
      own.charged(Category.FAULT, "PROTECTION_FAULT", 1, 4000);
      own.step("client sends the request");
      own.charged(Category.TRAP, "SYSTEM_CALL", 1, 100_000);
      own.step("driver completes");
      own.charged(Category.TOUCH, "TOUCH_BYTES", 1, 100_000);
      own.step("client receives the reply");
      own.charged(Category.TRAP, "SYSTEM_CALL", 1, 100_000);
      own.charged(Category.TOUCH, "TOUCH_BYTES", 1, 5000);
    }
    assertEquals(12, own.nsOfLast(2));
    assertEquals(311, own.nsOfLast(3));
  }

  @Test
  void withoutOperationsThereIsNone() {
    assertEquals(0, new OwnTime().nsOfLast(5));
  }
}
