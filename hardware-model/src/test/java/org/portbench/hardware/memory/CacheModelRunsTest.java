package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.sim.RandomStream;

/** Runs of frames on one model, the same frame by frame on another. */
class CacheModelRunsTest {
  private static final int PAGE = 8;
  private static final int FRAMES = 40;
  private static final int CORES = 2;
  private static final int OPERATIONS = 30_000;

  /** How often some frames of a run were found where the first was, but not all; by its heat. */
  private final int[] mixed = new int[Heat.values().length];

  /** How often all frames of a run of several were. */
  private final int[] alike = new int[Heat.values().length];

  @ParameterizedTest(name = "seed {0}, {1} private bytes, {2} shared bytes")
  @CsvSource({"1, 32, 128", "2, 32, 128", "3, 64, 96", "20030716, 40, 0"})
  void runs_doWhatTheirFramesDo(long seed, int privateBytes, int sharedBytes) {
    play(seed, model(privateBytes, sharedBytes), model(privateBytes, sharedBytes));
    for (Heat heat : Heat.values()) {
      boolean occurs = heat != Heat.SHARED || sharedBytes > 0;
      assertEquals(occurs, mixed[heat.ordinal()] > 50, "mixed runs that begin " + heat);
      assertEquals(occurs, alike[heat.ordinal()] > 50, "runs all " + heat);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @CsvSource({"1", "20030716"})
  void whereNothingIsEverMissing_runsAreAsLongAsTheyAre(long seed) {
    CacheModel byRun = model(32, 128);
    CacheModel byFrame = model(32, 128);
    byRun.alwaysPrivate();
    byFrame.alwaysPrivate();
    play(seed, byRun, byFrame);
    assertTrue(alike[Heat.PRIVATE.ordinal()] > 50);
  }

  private static CacheModel model(int privateBytes, int sharedBytes) {
    CacheModel caches = new CacheModel(CORES, privateBytes, sharedBytes);
    caches.grow(FRAMES / 2);
    caches.grow(FRAMES);
    return caches;
  }

  private void play(long seed, CacheModel byRun, CacheModel byFrame) {
    RandomStream random = new RandomStream(seed, "caches");
    for (int i = 0; i < OPERATIONS; i++) {
      String where = "seed " + seed + ", operation " + i;
      int core = (int) random.below(CORES);
      int first = (int) random.below(FRAMES);
      int most = random.below(2) == 0 ? 4 : 24;
      int frames = 1 + (int) random.below(Math.min(most, FRAMES - first));
      // Whole halves of pages, so that ages are often exactly what a cache holds.
      int stepBytes = (int) random.below(5) * PAGE / 2;
      switch ((int) random.below(8)) {
        case 0, 1, 2 -> touch(random, byRun, byFrame, core, first, frames);
        case 3 -> write(random, byRun, byFrame);
        case 4 -> {
          byRun.touched(core, first, stepBytes);
          byFrame.touched(core, first, stepBytes);
        }
        default -> look(byRun, byFrame, core, first, frames, stepBytes, where);
      }
      for (int frame = 0; frame < FRAMES; frame++) {
        for (int c = 0; c < CORES; c++) {
          assertEquals(byFrame.heat(c, frame), byRun.heat(c, frame), where + ", frame " + frame);
        }
      }
    }
  }

  /** Goes through a run; so many bytes pass before the first is touched, and after the last. */
  private static void touch(
      RandomStream random, CacheModel byRun, CacheModel byFrame, int core, int first, int frames) {
    int beforeBytes = (int) random.below(3) * PAGE;
    int stepBytes = (int) random.below(4) * PAGE / 2;
    int afterBytes = (int) random.below(2) * PAGE;
    int allBytes = beforeBytes + (frames - 1) * stepBytes + afterBytes;
    byRun.touchedRun(core, first, frames, beforeBytes, stepBytes);
    byRun.passed(core, allBytes);
    byFrame.touched(core, first, beforeBytes);
    for (int i = 1; i < frames; i++) {
      byFrame.touched(core, first + i, stepBytes);
    }
    byFrame.passed(core, afterBytes);
  }

  private static void write(RandomStream random, CacheModel byRun, CacheModel byFrame) {
    int[] numbers = new int[10];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (int) random.below(FRAMES);
    }
    int first = (int) random.below(numbers.length);
    int end = first + (int) random.below(numbers.length - first + 1);
    boolean fillsShared = random.below(2) == 0;
    byRun.written(numbers, first, end, PAGE, fillsShared);
    for (int i = first; i < end; i++) {
      byFrame.written(numbers[i], PAGE, fillsShared);
    }
  }

  /** Asks one how far a run is alike; the other goes from frame to frame, and both go on there. */
  private void look(
      CacheModel byRun,
      CacheModel byFrame,
      int core,
      int first,
      int frames,
      int stepBytes,
      String where) {
    int found = byRun.alike(core, first, frames, stepBytes);
    Heat heat = byFrame.heat(core, first);
    int expected = 0;
    while (expected < frames && byFrame.heat(core, first + expected) == heat) {
      byFrame.passed(core, stepBytes);
      expected++;
    }
    assertEquals(expected, found, where);
    byRun.passed(core, (long) expected * stepBytes);
    mixed[heat.ordinal()] += expected < frames ? 1 : 0;
    alike[heat.ordinal()] += expected == frames && frames > 1 ? 1 : 0;
  }
}
