package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.sim.RandomStream;

/** Which frame comes next, against a list of those that are free. */
class FrameAllocatorTest {
  private static final int BATCH = 64;

  /** Free frames, the one that was given back last at the end. */
  private final List<Integer> free = new ArrayList<>();

  private final List<Integer> taken = new ArrayList<>();
  private int limit;
  private boolean scattered;
  private int used;
  private int last = -2;
  private int refused;

  @ParameterizedTest(name = "seed {0}, {1} frames, scattered {2}")
  @CsvSource({
    "1, 40, false",
    "2, 300, false",
    "3, 1, false",
    "4, 40, true",
    "5, 300, true",
    "6, 65, true",
    "7, 3, true",
    "20030716, 1000, true"
  })
  void framesComeInTheOrderOfAList(long seed, int frames, boolean apart) {
    limit = frames;
    scattered = apart;
    FrameAllocator allocator = new FrameAllocator(frames * 16L + 5, 16);
    if (scattered) {
      allocator.scatter();
    }
    RandomStream random = new RandomStream(seed, "frames");
    for (int i = 0; i < 20_000; i++) {
      String where = "seed " + seed + ", operation " + i;
      // Now and then it fills up to the end and empties again.
      boolean filling = i / 3_000 % 2 == 0;
      if (!taken.isEmpty() && random.below(8) < (filling ? 2 : 6)) {
        Integer frame = taken.get((int) random.below(taken.size()));
        taken.remove(/* element */ frame);
        allocator.giveBack(frame);
        free.add(frame);
      } else {
        take(allocator, random.below(4) == 0, where);
      }
      assertEquals(taken.size(), allocator.inUse(), where);
      assertEquals(used, allocator.count(), where);
    }
    assertTrue(refused > 0 && used == limit, "it was full " + refused + " times");
  }

  @Test
  void lastUnusedFrame_isTakenThoughItLiesBesideTheLast() {
    FrameAllocator allocator = new FrameAllocator(32, 16);
    allocator.scatter();
    assertEquals(0, allocator.takeUnused());
    assertEquals(1, allocator.takeUnused());
    assertEquals(2, allocator.inUse());
  }

  @Test
  void whereOnlyNeighboursAreFree_newFramesAreTaken() {
    FrameAllocator allocator = new FrameAllocator(3200, 16);
    allocator.scatter();
    for (int i = 1; i < BATCH; i++) {
      allocator.take();
    }
    assertEquals(62, allocator.take());
    allocator.giveBack(61);
    assertEquals(65, allocator.take());
    assertEquals(2 * BATCH, allocator.count());
  }

  private void take(FrameAllocator allocator, boolean unused, String where) {
    if (taken.size() == limit) {
      refused++;
      assertThrows(OutOfFrames.class, unused ? allocator::takeUnused : allocator::take, where);
      return;
    }
    last = unused && used < limit ? nextUnused() : next();
    assertEquals(last, unused ? allocator.takeUnused() : allocator.take(), where);
    taken.add(last);
  }

  private int next() {
    if (!scattered) {
      return free.isEmpty() ? used++ : free.removeLast();
    }
    for (Integer frame : free.reversed()) {
      if (!besideLast(frame)) {
        free.remove(/* element */ frame);
        return frame;
      }
    }
    if (used == limit) {
      return free.removeLast();
    }
    int first = used;
    used = Math.min(limit, used + BATCH);
    List<Integer> batch = IntStream.range(first, used).boxed().toList().reversed();
    free.addAll(batch.stream().filter(frame -> frame % 2 == 0).toList());
    free.addAll(batch.stream().filter(frame -> frame % 2 == 1).toList());
    return next();
  }

  /** What lies beside the last is passed over, and is taken after all that is free already. */
  private int nextUnused() {
    if (scattered && besideLast(used) && used + 1 < limit) {
      free.addFirst(used++);
    }
    return used++;
  }

  private boolean besideLast(int frame) {
    return Math.abs(frame - last) == 1;
  }
}
