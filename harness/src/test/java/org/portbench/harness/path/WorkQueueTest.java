package org.portbench.harness.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorkQueueTest {
  private final WorkQueue queue = new WorkQueue();
  private final List<Integer> done = new ArrayList<>();
  private final Consumer<Integer> note = done::add;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatComesFirstIsDoneFirstHoweverTheRingTurnsAndGrows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int added = 0;
    while (added < 500) {
      if (random.nextInt(5) < 3) {
        queue.add(note, added, added * 7L);
        added++;
      } else if (!queue.isEmpty()) {
        assertEquals(done.size() * 7L, queue.nextDuePs(), "seed " + seed);
        queue.doNext();
      }
    }
    while (!queue.isEmpty()) {
      queue.doNext();
    }
    for (int i = 0; i < added; i++) {
      assertEquals(i, done.get(i), "seed " + seed);
    }
  }

  @Test
  void workMayAddMoreWork() {
    Consumer<Integer> repeats =
        number -> {
          done.add(number);
          assertTrue(queue.isEmpty());
          queue.add(note, number + 1, 0);
        };
    queue.add(repeats, 1, 0);
    queue.doNext();
    assertFalse(queue.isEmpty());
    queue.doNext();
    assertEquals(List.of(1, 2), done);
  }
}
