package org.portbench.hardware.cpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayDeque;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.sim.RandomStream;

class ReadyQueueTest {
  private record Waiting(Activity activity, long fromPs) {}

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 20030716})
  void randomUse_agreesWithADeque(long seed) {
    RandomStream random = new RandomStream(seed, "ready");
    ReadyQueue queue = new ReadyQueue();
    ArrayDeque<Waiting> oracle = new ArrayDeque<>();
    for (int i = 0; i < 5_000; i++) {
      assertEquals(oracle.isEmpty(), queue.isEmpty(), "seed " + seed);
      Activity activity = new Nothing();
      switch ((int) random.below(5)) {
        case 0 -> {
          queue.addFirst(activity, i);
          oracle.addFirst(new Waiting(activity, i));
        }
        case 1, 2 -> {
          queue.addLast(activity, i);
          oracle.addLast(new Waiting(activity, i));
        }
        default -> {
          if (!oracle.isEmpty()) {
            assertEquals(oracle.peek().fromPs(), queue.firstPs(), "seed " + seed);
            assertSame(oracle.remove().activity(), queue.removeFirst(), "seed " + seed);
          }
        }
      }
    }
  }

  private static final class Nothing implements Activity {
    @Override
    public void run(Core core) {}

    @Override
    public void ended(Core core) {}
  }
}
