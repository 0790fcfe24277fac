package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ScatterGatherListTest {
  private final ScatterGatherList list = new ScatterGatherList();

  @Test
  void neighbours_becomeOneSegment() {
    assertTrue(list.append(4096, 4096));
    assertFalse(list.append(8192, 100));
    assertEquals(1, list.segments());
    assertEquals(4096, list.busAddress(0));
    assertEquals(4196, list.length(0));
  }

  @Test
  void memoryThatLiesApart_takesASegmentEach_inTheOrderOfTheData() {
    for (int i = 9; i >= 0; i--) {
      assertTrue(list.append(i * 4096L, 4096));
    }
    assertEquals(10, list.segments());
    assertEquals(9 * 4096L, list.busAddress(0));
    assertEquals(0, list.busAddress(9));
    assertEquals(40_960, list.bytes());
  }

  @Test
  void clearedList_isEmpty() {
    list.append(0, 1);
    list.clear();
    assertEquals(0, list.segments());
    assertEquals(0, list.bytes());
    assertTrue(list.append(1, 1), "nothing is left to be a neighbour of");
    assertThrows(IndexOutOfBoundsException.class, () -> list.length(1));
  }

  @Test
  void emptyOrNegativeSegment_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> list.append(0, 0));
    assertThrows(IllegalArgumentException.class, () -> list.append(-1, 1));
  }
}
