package org.portbench.harness.workload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.sim.RandomStream;

class OffsetOrderTest {
  private static final int DRAWS = 200_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 16, 17, 255, 1_000, 65_536, 100_003})
  void aPermutationMeetsEachNumberOnce(int bound) {
    for (long key = 0; key < 5; key++) {
      BlockPermutation order = new BlockPermutation(bound, key);
      boolean[] met = new boolean[bound];
      for (int i = 0; i < bound; i++) {
        int number = (int) order.at(i);
        assertTrue(!met[number], "twice: " + number);
        met[number] = true;
      }
    }
  }

  @Test
  void aPermutationOfManyStaysBelowItsBound() {
    long bound = (1L << 40) - 17;
    BlockPermutation order = new BlockPermutation(bound, 3);
    long distinct =
        LongStream.range(0, 10_000)
            .map(order::at)
            .peek(number -> assertTrue(number >= 0 && number < bound))
            .distinct()
            .count();
    assertEquals(10_000, distinct);
  }

  @Test
  void otherKeysGiveOtherPermutations() {
    BlockPermutation one = new BlockPermutation(1_000, 1);
    BlockPermutation other = new BlockPermutation(1_000, 2);
    long same = LongStream.range(0, 1_000).filter(i -> one.at(i) == other.at(i)).count();
    assertTrue(same < 10, "fixed points expected around 1, found " + same);
  }

  @ParameterizedTest
  @CsvSource({"0.5", "0.99", "1.0", "1.1", "2.5"})
  void zipfRanksHaveTheirProbabilities(double theta) {
    int count = 1_000;
    ZipfRanks ranks = new ZipfRanks(count, theta, new RandomStream(5, "zipf"));
    int[] met = new int[count];
    for (int i = 0; i < DRAWS; i++) {
      met[(int) ranks.next()]++;
    }
    double norm = 0;
    for (int k = 1; k <= count; k++) {
      norm += Math.pow(k, -theta);
    }
    for (int k : new int[] {1, 2, 3, 5, 10, 50}) {
      double expected = DRAWS * Math.pow(k, -theta) / norm;
      assertEquals(expected, met[k - 1], 5 * Math.sqrt(expected) + 1, "rank " + k);
    }
  }

  @Test
  void aSingleRankIsTheOnlyOne() {
    ZipfRanks ranks = new ZipfRanks(1, 1.2, new RandomStream(1, "zipf"));
    for (int i = 0; i < 100; i++) {
      assertEquals(0, ranks.next());
    }
  }

  @Test
  void paretoGivesAFifthOfTheBlocksFourFifthsOfTheRequests() {
    int blocks = 10_000;
    int[] met = frequencies(new OffsetOrder.Pareto(0.2, OptionalDouble.empty()), blocks);
    Arrays.sort(met);
    long hot = Arrays.stream(met, blocks - blocks / 5, blocks).asLongStream().sum();
    assertEquals(0.8, hot / (double) DRAWS, 0.02);
  }

  @Test
  void popularBlocksLieApartUnlessACenterIsGiven() {
    OffsetOrder scattered = new OffsetOrder.Zipf(1.2, OptionalDouble.empty());
    OffsetOrder centered = new OffsetOrder.Zipf(1.2, OptionalDouble.of(0.25));
    assertNotEquals(0, mostPopular(frequencies(scattered, 1_000)));
    assertEquals(250, mostPopular(frequencies(centered, 1_000)));
    OffsetOrder last = new OffsetOrder.Pareto(0.1, OptionalDouble.of(1));
    assertEquals(999, mostPopular(frequencies(last, 1_000)));
  }

  @Test
  void everyOrderReachesTheLastBlockAndNoneBeyond() {
    for (OffsetOrder order :
        List.of(
            new OffsetOrder.Uniform(),
            new OffsetOrder.Zipf(0.3, OptionalDouble.empty()),
            new OffsetOrder.Pareto(0.4, OptionalDouble.empty()))) {
      int[] met = frequencies(order, 100);
      assertTrue(met[0] > 0 && met[99] > 0, order + " " + Arrays.toString(met));
    }
  }

  private static int mostPopular(int[] met) {
    int most = 0;
    for (int i = 0; i < met.length; i++) {
      most = met[i] > met[most] ? i : most;
    }
    return most;
  }

  private static int[] frequencies(OffsetOrder order, int blocks) {
    BlockSizes sizes = BlockSizes.fixed(512);
    RequestPattern pattern =
        new RequestPattern(order, 1, sizes, sizes, SyncRule.NEVER, Budget.ENDLESS);
    OperationSource source =
        new PatternSource(pattern, List.of(new Region(0, 0, blocks * 512L)), 9, "client");
    int[] met = new int[blocks];
    for (int i = 0; i < DRAWS; i++) {
      met[(int) (Asked.next(source).orElseThrow().offset() / 512)]++;
    }
    return met;
  }
}
