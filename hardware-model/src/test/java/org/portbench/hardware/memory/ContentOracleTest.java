package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.sim.RandomStream;

/** Stamps against an array with one entry for each byte. */
class ContentOracleTest {
  private static final int SIZE = 257;
  private static final int CONTENTS = 3;
  private static final int OPERATIONS = 20_000;
  private static final long POSITION = 0xFFFF_FFFFL;

  private final Content[] contents = new Content[CONTENTS];

  /** Of each byte, origin and position in one number; 0 for a zero. */
  private final long[][] oracle = new long[CONTENTS][SIZE];

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 20030716})
  void everyOperation_doesWhatItDoesByteByByte(long seed) {
    RandomStream random = new RandomStream(seed, "operations");
    for (int i = 0; i < CONTENTS; i++) {
      contents[i] = new Content(SIZE);
    }
    for (int i = 0; i < OPERATIONS; i++) {
      step(random, "seed " + seed + ", operation " + i);
    }
  }

  private void step(RandomStream random, String where) {
    int target = (int) random.below(CONTENTS);
    int from = (int) random.below(SIZE + 1);
    int length = (int) random.below(SIZE - from + 1);
    if (random.below(2) == 0) {
      fill(random, target, from, length);
    } else {
      int source = (target + 1 + (int) random.below(CONTENTS - 1)) % CONTENTS;
      int sourceFrom = (int) random.below(SIZE - length + 1);
      contents[target].copyFrom(contents[source], sourceFrom, from, length);
      System.arraycopy(oracle[source], sourceFrom, oracle[target], from, length);
      checkPair(random, target, source, where);
    }
    check(target, where);
  }

  /** Few origins and near bases, so that neighbours often continue one another. */
  private void fill(RandomStream random, int target, int from, int length) {
    long origin = random.below(3);
    long base = 1000 + from + random.below(2);
    contents[target].fill(from, length, origin, base);
    for (int i = 0; i < length; i++) {
      oracle[target][from + i] = byteOf(origin, base + i);
    }
  }

  private static long byteOf(long origin, long position) {
    return origin == Content.ZERO ? 0 : (origin << 32) + position;
  }

  private void check(int target, String where) {
    int runs = 1;
    int start = 0;
    for (int i = 1; i <= SIZE; i++) {
      if (i == SIZE || !continues(target, i)) {
        long first = oracle[target][start];
        boolean same = contents[target].matches(start, i - start, first >>> 32, first & POSITION);
        assertEquals(true, same, where + ": bytes " + start + " to " + i);
        runs += i == SIZE ? 0 : 1;
        start = i;
      }
    }
    assertEquals(runs, contents[target].stamps(), where + ": equal content has equal stamps");
  }

  private boolean continues(int target, int at) {
    long before = oracle[target][at - 1];
    long here = oracle[target][at];
    return before == 0 ? here == 0 : here == before + 1;
  }

  private void checkPair(RandomStream random, int a, int b, String where) {
    int length = (int) random.below(20);
    int from = (int) random.below(SIZE - length + 1);
    int otherFrom = (int) random.below(SIZE - length + 1);
    boolean same = true;
    for (int i = 0; i < length; i++) {
      same &= oracle[a][from + i] == oracle[b][otherFrom + i];
    }
    assertEquals(same, contents[a].matches(from, contents[b], otherFrom, length), where);
  }
}
