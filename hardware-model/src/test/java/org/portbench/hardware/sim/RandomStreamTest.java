package org.portbench.hardware.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static final long SEED = 20030716;
  private static final int DRAWS = 100_000;

  @Test
  void sameSeedAndName_giveTheSameNumbers() {
    assertArrayEquals(draws(SEED, "a"), draws(SEED, "a"));
  }

  @Test
  void otherNameOrSeed_givesOtherNumbers() {
    assertFalse(Arrays.equals(draws(SEED, "a"), draws(SEED, "b")));
    assertFalse(Arrays.equals(draws(SEED, "a"), draws(SEED + 1, "a")));
  }

  @Test
  void streamsOfSimilarNames_shareNoNumber() {
    Set<Long> seen = new HashSet<>();
    for (int client = 0; client < 100; client++) {
      for (long number : draws(SEED, "client/" + client)) {
        assertTrue(seen.add(number), "seed " + SEED + ", client " + client);
      }
    }
  }

  @Test
  void streamsOfTwoNames_areUncorrelated() {
    RandomStream a = new RandomStream(SEED, "client/0");
    RandomStream b = new RandomStream(SEED, "client/1");
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += (a.nextDouble() - 0.5) * (b.nextDouble() - 0.5);
    }
    double correlation = sum / DRAWS * 12;
    assertEquals(0, correlation, 4 / StrictMath.sqrt(DRAWS), "seed " + SEED);
  }

  @Test
  void drawingFromOneStream_leavesAnotherAlone() {
    RandomStream watched = new RandomStream(SEED, "watched");
    RandomStream other = new RandomStream(SEED, "other");
    long[] numbers =
        LongStream.generate(
                () -> {
                  other.nextLong();
                  return watched.nextLong();
                })
            .limit(64)
            .toArray();
    assertArrayEquals(draws(SEED, "watched"), numbers);
  }

  @Test
  void below_reachesEveryValueAndNoOther() {
    RandomStream random = new RandomStream(SEED, "below");
    int[] seen = new int[7];
    for (int i = 0; i < DRAWS; i++) {
      seen[(int) random.below(7)]++;
    }
    for (int count : seen) {
      assertEquals(DRAWS / 7.0, count, 5 * StrictMath.sqrt(DRAWS / 7.0), "seed " + SEED);
    }
    assertEquals(0, random.below(1));
  }

  @Test
  void below_takesTheLargestBound() {
    RandomStream random = new RandomStream(SEED, "large");
    for (int i = 0; i < DRAWS; i++) {
      assertTrue(random.below(Long.MAX_VALUE) >= 0);
    }
  }

  @Test
  void below_refusesWhatIsNotPositive() {
    RandomStream random = new RandomStream(SEED, "x");
    assertThrows(IllegalArgumentException.class, () -> random.below(0));
    assertThrows(IllegalArgumentException.class, () -> random.below(-1));
  }

  @Test
  void nextDouble_isInTheUnitInterval() {
    RandomStream random = new RandomStream(SEED, "double");
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      double value = random.nextDouble();
      assertTrue(value >= 0 && value < 1, () -> "" + value);
      sum += value;
    }
    assertEquals(0.5, sum / DRAWS, 0.005, "seed " + SEED);
  }

  @Test
  void exponential_hasItsMeanAndIsAtLeastOne() {
    RandomStream random = new RandomStream(SEED, "exponential");
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      long gap = random.exponential(1e6);
      assertTrue(gap >= 1);
      sum += gap;
    }
    assertEquals(1e6, sum / DRAWS, 0.01 * 1e6, "seed " + SEED);
  }

  @Test
  void runDigest_tellsOrderAndNumberOfEvents() {
    assertEquals(digest(1, 2, 3), digest(1, 2, 3));
    assertNotEquals(digest(1, 2, 3), digest(1, 3, 2));
    assertNotEquals(digest(0), digest(0, 0));
  }

  private static long digest(long... events) {
    RunDigest digest = new RunDigest();
    Arrays.stream(events).forEach(digest::add);
    return digest.value();
  }

  private static long[] draws(long seed, String name) {
    return LongStream.generate(new RandomStream(seed, name)::nextLong).limit(64).toArray();
  }
}
