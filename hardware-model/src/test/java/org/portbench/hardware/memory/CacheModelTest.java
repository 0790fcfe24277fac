package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portbench.hardware.memory.Heat.MEMORY;
import static org.portbench.hardware.memory.Heat.PRIVATE;
import static org.portbench.hardware.memory.Heat.SHARED;

import org.junit.jupiter.api.Test;

/** Private caches of four pages, a shared one of sixteen. */
class CacheModelTest {
  private static final int PAGE = 4096;

  private final CacheModel caches = new CacheModel(2, 4 * PAGE, 16 * PAGE);
  private final Frame frame = new Frame(0, PAGE);
  private final Frame other = new Frame(1, PAGE);

  @Test
  void untouchedFrame_isInMemory() {
    assertEquals(MEMORY, caches.heat(0, frame));
  }

  @Test
  void touchedFrame_isInThePrivateCacheOfItsToucherAndSharedByOthers() {
    caches.touched(0, frame, PAGE);
    assertEquals(PRIVATE, caches.heat(0, frame));
    assertEquals(SHARED, caches.heat(1, frame));
  }

  @Test
  void frame_coolsAsBytesPass() {
    caches.touched(0, frame, PAGE);
    pass(0, 4 * PAGE - 1);
    assertEquals(PRIVATE, caches.heat(0, frame));
    pass(0, 1);
    assertEquals(SHARED, caches.heat(0, frame));
    pass(0, 12 * PAGE - 1);
    assertEquals(SHARED, caches.heat(0, frame));
    pass(0, 1);
    assertEquals(MEMORY, caches.heat(0, frame));
  }

  @Test
  void bytesOfAnotherCpu_coolOnlyTheSharedCache() {
    caches.touched(0, frame, PAGE);
    pass(1, 16 * PAGE);
    assertEquals(PRIVATE, caches.heat(0, frame));
    assertEquals(MEMORY, caches.heat(1, frame));
  }

  @Test
  void touchingAgain_makesItHotAgain() {
    caches.touched(0, frame, PAGE);
    pass(0, 16 * PAGE);
    caches.touched(0, frame, 1);
    assertEquals(PRIVATE, caches.heat(0, frame));
  }

  @Test
  void anotherCpusTouch_takesTheFrameOver() {
    caches.touched(0, frame, PAGE);
    caches.touched(1, frame, PAGE);
    assertEquals(SHARED, caches.heat(0, frame));
    assertEquals(PRIVATE, caches.heat(1, frame));
  }

  @Test
  void dma_invalidatesEveryCache() {
    caches.touched(0, frame, PAGE);
    caches.written(frame, PAGE, false);
    assertEquals(MEMORY, caches.heat(0, frame));
    assertEquals(MEMORY, caches.heat(1, frame));
  }

  @Test
  void dmaThatFills_leavesTheFrameInTheSharedCacheUntilBytesPass() {
    caches.touched(0, frame, PAGE);
    caches.written(frame, PAGE, true);
    assertEquals(SHARED, caches.heat(0, frame));
    pass(0, 16 * PAGE - 1);
    assertEquals(SHARED, caches.heat(0, frame));
    caches.written(other, 1, true);
    assertEquals(MEMORY, caches.heat(0, frame));
  }

  @Test
  void machineWithoutASharedCache_goesFromPrivateToMemory() {
    CacheModel pc = new CacheModel(1, 4 * PAGE, 0);
    pc.touched(0, frame, PAGE);
    assertEquals(PRIVATE, pc.heat(0, frame));
    pc.touched(0, other, 4 * PAGE);
    assertEquals(MEMORY, pc.heat(0, frame));
  }

  private void pass(int core, int bytes) {
    caches.touched(core, other, bytes);
  }
}
