package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ContentTest {
  private final Content content = new Content(4096);

  @Test
  void newContent_isZero() {
    assertTrue(content.matches(0, 4096, Content.ZERO, 0));
    assertFalse(content.matches(0, 1, 7, 0));
    assertEquals(1, content.stamps());
  }

  @Test
  void zeroes_haveNoPosition() {
    content.fill(0, 4096, Content.ZERO, 123);
    content.fill(100, 10, Content.ZERO, 99);
    assertEquals(1, content.stamps());
    assertTrue(content.matches(50, 100, Content.ZERO, 5));
  }

  @Test
  void partialWrite_splitsWhatWasThere() {
    content.fill(0, 4096, 7, 900);
    content.fill(512, 100, 8, 0);
    assertEquals(3, content.stamps());
    assertTrue(content.matches(0, 512, 7, 900));
    assertTrue(content.matches(512, 100, 8, 0));
    assertTrue(content.matches(612, 3484, 7, 1512));
  }

  @Test
  void writingBackWhatWasSplit_mergesAgain() {
    content.fill(0, 4096, 7, 900);
    content.fill(512, 100, 8, 0);
    content.fill(512, 100, 7, 1412);
    assertEquals(1, content.stamps());
  }

  @Test
  void neighboursOfOneOriginThatDoNotContinue_stayApart() {
    content.fill(0, 100, 7, 0);
    content.fill(100, 100, 7, 0);
    assertEquals(3, content.stamps());
  }

  @Test
  void matching_isExactToTheByte() {
    content.fill(10, 10, 7, 0);
    assertTrue(content.matches(10, 10, 7, 0));
    assertFalse(content.matches(9, 10, 7, -1));
    assertFalse(content.matches(10, 11, 7, 0));
    assertFalse(content.matches(10, 10, 7, 1));
    assertFalse(content.matches(10, 10, 8, 0));
  }

  @Test
  void copy_keepsWhereBytesComeFrom() {
    Content source = new Content(8192);
    source.fill(100, 5000, 7, 0);
    content.copyFrom(source, 50, 0, 4096);
    assertTrue(content.matches(0, 50, Content.ZERO, 0));
    assertTrue(content.matches(50, 4046, 7, 0));
    assertTrue(content.matches(0, source, 50, 4096));
    assertFalse(content.matches(0, source, 51, 4096));
  }

  @Test
  void noBytes_areWrittenAnywhereAndMatchAnything() {
    content.fill(4096, 0, 7, 0);
    content.copyFrom(new Content(10), 10, 0, 0);
    assertEquals(1, content.stamps());
    assertTrue(content.matches(4096, 0, 9, 9));
    assertTrue(content.matches(0, new Content(10), 10, 0));
  }

  @Test
  void rangeOutside_isRefused() {
    assertThrows(IndexOutOfBoundsException.class, () -> content.fill(-1, 1, 7, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> content.fill(4096, 1, 7, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> content.fill(0, -1, 7, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> content.matches(1, 4096, 7, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> content.copyFrom(new Content(10), 5, 0, 6));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> content.fill(1, Integer.MAX_VALUE, 7, 0),
        "length and place together overflow");
  }
}
