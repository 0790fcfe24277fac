package org.portbench.harness.vfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.harness.vfs.RangeLocks.Span;

final class RangeLocksTest {
  private static final int BLOCK = 512;

  private final RangeLocks locks = new RangeLocks();
  private final List<String> granted = new ArrayList<>();

  private Span span(String name, long address, int length, boolean alone) {
    Span span = new Span(() -> granted.add(name));
    span.around(address, length, BLOCK);
    if (alone) {
      span.alone();
    }
    return span;
  }

  @Test
  void aSpanIsTheWholeBlocksAroundItsBytes() {
    Span span = span("", 700, 1000, false);
    assertEquals(512, span.from());
    assertEquals(1536, span.bytes());
  }

  @Test
  void thoseThatShareDoNotWait() {
    Span one = span("one", 0, 512, false);
    Span other = span("other", 0, 512, false);
    assertTrue(locks.acquire(one));
    assertTrue(locks.acquire(other));
    locks.release(one);
    locks.release(other);
    assertTrue(locks.idle());
  }

  @Test
  void whoIsAloneWaitsForAllThatOverlapAndNobodyOvertakesIt() {
    Span shared = span("shared", 0, 512, false);
    Span alone = span("alone", 0, 1024, true);
    Span later = span("later", 512, 512, false);
    assertTrue(locks.acquire(shared));
    assertFalse(locks.acquire(alone));
    assertFalse(locks.acquire(later), "nobody is there yet, but one who waits comes first");
    assertTrue(locks.acquire(span("elsewhere", 4096, 512, true)));
    locks.release(shared);
    assertEquals(List.of("alone"), granted);
    locks.release(alone);
    assertEquals(List.of("alone", "later"), granted);
  }

  @Test
  void aSpanIsUsedAgainForOtherBlocks() {
    Span span = span("again", 0, 512, true);
    locks.acquire(span);
    locks.release(span);
    span.around(0, 512, BLOCK);
    assertTrue(locks.acquire(span));
    assertTrue(locks.acquire(span("shares", 0, 512, false)), "it is not alone any more");
  }

  /** Against the rule itself: granted when no holder and no earlier waiter excludes it. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void nobodyIsThereWithWhoIsAloneAndAllAreServed(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Held> holding = new ArrayList<>();
    int[] served = {0};
    int asked = 300;
    for (int i = 0; i < asked; i++) {
      Held held = new Held(random.nextInt(20) * 512L, 1 + random.nextInt(2000), random.nextInt(3));
      Runnable go =
          () -> {
            served[0]++;
            holding.forEach(other -> assertFalse(other.excludes(held), "seed " + seed));
            holding.add(held);
          };
      held.span = new Span(go);
      held.span.around(held.address, held.length, BLOCK);
      if (held.alone) {
        held.span.alone();
      }
      if (locks.acquire(held.span)) {
        go.run();
      }
      if (holding.size() > 5) {
        locks.release(holding.remove(random.nextInt(holding.size())).span);
      }
    }
    while (!holding.isEmpty()) {
      locks.release(holding.remove(random.nextInt(holding.size())).span);
    }
    assertEquals(asked, served[0], "seed " + seed);
    assertTrue(locks.idle(), "seed " + seed);
  }

  private static final class Held {
    private final long address;
    private final int length;
    private final boolean alone;
    private Span span;

    private Held(long address, int length, int one) {
      this.address = address;
      this.length = length;
      this.alone = one == 0;
    }

    private boolean excludes(Held other) {
      return (alone || other.alone)
          && span.from() < other.span.from() + other.span.bytes()
          && other.span.from() < span.from() + span.bytes();
    }
  }
}
