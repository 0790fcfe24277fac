package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portbench.hardware.memory.Heat.MEMORY;
import static org.portbench.hardware.memory.Heat.PRIVATE;
import static org.portbench.hardware.memory.Heat.SHARED;

import org.junit.jupiter.api.Test;

/** Private caches of four pages, a shared one of sixteen. */
class CacheModelTest {
  private static final int PAGE = 4096;
  private static final int FRAME = 0;
  private static final int OTHER = 1;

  private final CacheModel caches = model(2, 4 * PAGE, 16 * PAGE);

  @Test
  void untouchedFrame_isInMemory() {
    assertEquals(MEMORY, caches.heat(0, FRAME));
  }

  @Test
  void touchedFrame_isInThePrivateCacheOfItsToucherAndSharedByOthers() {
    caches.touched(0, FRAME, PAGE);
    assertEquals(PRIVATE, caches.heat(0, FRAME));
    assertEquals(SHARED, caches.heat(1, FRAME));
  }

  @Test
  void frame_coolsAsBytesPass() {
    caches.touched(0, FRAME, PAGE);
    pass(0, 4 * PAGE - 1);
    assertEquals(PRIVATE, caches.heat(0, FRAME));
    pass(0, 1);
    assertEquals(SHARED, caches.heat(0, FRAME));
    pass(0, 12 * PAGE - 1);
    assertEquals(SHARED, caches.heat(0, FRAME));
    pass(0, 1);
    assertEquals(MEMORY, caches.heat(0, FRAME));
  }

  @Test
  void bytesOfAnotherCpu_coolOnlyTheSharedCache() {
    caches.touched(0, FRAME, PAGE);
    pass(1, 16 * PAGE);
    assertEquals(PRIVATE, caches.heat(0, FRAME));
    assertEquals(MEMORY, caches.heat(1, FRAME));
  }

  @Test
  void touchingAgain_makesItHotAgain() {
    caches.touched(0, FRAME, PAGE);
    pass(0, 16 * PAGE);
    caches.touched(0, FRAME, 1);
    assertEquals(PRIVATE, caches.heat(0, FRAME));
  }

  @Test
  void anotherCpusTouch_takesTheFrameOver() {
    caches.touched(0, FRAME, PAGE);
    caches.touched(1, FRAME, PAGE);
    assertEquals(SHARED, caches.heat(0, FRAME));
    assertEquals(PRIVATE, caches.heat(1, FRAME));
  }

  @Test
  void dma_invalidatesEveryCache() {
    caches.touched(0, FRAME, PAGE);
    caches.written(FRAME, PAGE, false);
    assertEquals(MEMORY, caches.heat(0, FRAME));
    assertEquals(MEMORY, caches.heat(1, FRAME));
  }

  @Test
  void dmaThatFills_leavesTheFrameInTheSharedCacheUntilBytesPass() {
    caches.touched(0, FRAME, PAGE);
    caches.written(FRAME, PAGE, true);
    assertEquals(SHARED, caches.heat(0, FRAME));
    pass(0, 16 * PAGE - 1);
    assertEquals(SHARED, caches.heat(0, FRAME));
    caches.written(OTHER, 1, true);
    assertEquals(MEMORY, caches.heat(0, FRAME));
  }

  @Test
  void machineWithoutASharedCache_goesFromPrivateToMemory() {
    CacheModel pc = model(1, 4 * PAGE, 0);
    pc.touched(0, FRAME, PAGE);
    assertEquals(PRIVATE, pc.heat(0, FRAME));
    pc.touched(0, OTHER, 4 * PAGE);
    assertEquals(MEMORY, pc.heat(0, FRAME));
  }

  private static CacheModel model(int cores, int privateBytes, int sharedBytes) {
    CacheModel caches = new CacheModel(cores, privateBytes, sharedBytes);
    caches.grow(2);
    return caches;
  }

  private void pass(int core, int bytes) {
    caches.touched(core, OTHER, bytes);
  }
}
