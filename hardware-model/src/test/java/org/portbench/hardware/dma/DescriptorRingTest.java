package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.sim.RandomStream;

class DescriptorRingTest {

  @Test
  void fullRing_refuses_untilTheDeviceTakesOne() {
    DescriptorRing ring = new DescriptorRing(2);
    assertTrue(ring.offer(new Command()));
    assertTrue(ring.offer(new Command()));
    assertFalse(ring.offer(new Command()));

    ring.publish(0);
    assertFalse(ring.offer(new Command()), "publishing frees no entry");

    ring.take();
    assertTrue(ring.offer(new Command()));
    assertFalse(ring.offer(new Command()));
  }

  @Test
  void deviceSees_onlyWhatADoorbellPublished() {
    DescriptorRing ring = new DescriptorRing(4);
    Command before = new Command();
    ring.offer(before);
    assertFalse(ring.ready());
    assertThrows(IllegalStateException.class, ring::take);

    ring.publish(7);
    ring.offer(new Command());
    assertSame(before, ring.take());
    assertEquals(7, before.submittedPs());
    assertFalse(ring.ready());
    assertFalse(ring.empty());
  }

  @Test
  void anyInterleaving_keepsOrder_losesNothing_overwritesNothing() {
    long seed = 20030716;
    RandomStream random = new RandomStream(seed, "ring");
    for (int size = 1; size <= 9; size++) {
      DescriptorRing ring = new DescriptorRing(size);
      ArrayDeque<Command> offered = new ArrayDeque<>();
      ArrayDeque<Command> published = new ArrayDeque<>();
      for (int step = 0; step < 2000; step++) {
        String where = "seed " + seed + ", size " + size + ", step " + step;
        switch ((int) random.below(3)) {
          case 0 -> {
            Command command = new Command();
            boolean room = offered.size() + published.size() < size;
            assertEquals(room, ring.offer(command), where);
            if (room) {
              offered.add(command);
            }
          }
          case 1 -> {
            ring.publish(step);
            published.addAll(offered);
            offered.clear();
          }
          case 2 -> {
            assertEquals(!published.isEmpty(), ring.ready(), where);
            if (ring.ready()) {
              assertSame(published.remove(), ring.take(), where);
            }
          }
          default -> throw new AssertionError();
        }
        assertEquals(offered.isEmpty() && published.isEmpty(), ring.empty(), where);
      }
    }
  }
}
