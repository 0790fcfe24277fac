package org.portbench.strategies.kernel.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class FreeSpaceTest {
  private final FreeSpace free = new FreeSpace(10, 20);

  @Test
  void theFirstRunThatIsLongEnoughIsTaken() {
    assertEquals(10, free.take(3));
    assertEquals(13, free.take(2));
    free.giveBack(10, 3);
    assertEquals(15, free.take(4));
    assertEquals(10, free.take(3));
  }

  @Test
  void neighboursBecomeOneRunAgain() {
    for (int i = 0; i < 10; i++) {
      free.take(1);
    }
    assertEquals(0, free.runs());
    for (int page : new int[] {12, 10, 14, 11, 13, 19, 15, 18, 16, 17}) {
      free.giveBack(page, 1);
    }
    assertEquals(1, free.runs());
    assertEquals(10, free.take(10));
  }

  @Test
  void nothingIsTakenWhereNothingIsLeft() {
    free.take(9);
    assertThrows(IllegalStateException.class, () -> free.take(2));
    assertEquals(19, free.take(1));
  }

  @Test
  void aPlaceOfOnesOwnChoiceIsTakenFromTheRunItLiesIn() {
    free.takeAt(13, 2);
    assertEquals(2, free.runs());
    assertThrows(IllegalStateException.class, () -> free.takeAt(12, 2));
    assertThrows(IllegalStateException.class, () -> free.takeAt(14, 1));
    free.takeAt(10, 3);
    assertEquals(15, free.take(5));
    assertEquals(0, free.runs());
  }
}
