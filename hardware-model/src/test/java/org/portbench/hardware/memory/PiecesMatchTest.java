package org.portbench.hardware.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.cost.PrimeMachine.FRAMES;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.cost.PrimeMachine;
import org.portbench.hardware.sim.RandomStream;

/** Whether pieces of memory hold a content, against each of their parts by itself. */
class PiecesMatchTest {
  private final TwinMemories.Machine machine =
      new TwinMemories.Machine(PrimeMachine.cores(2), FRAMES);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 20030716})
  void piecesHoldAContent_ifEachOfThemHoldsItsPart(long seed) {
    RandomStream random = new RandomStream(seed, "matches");
    Pieces pieces = machine.source;
    int matched = 0;
    for (int i = 0; i < 3_000; i++) {
      int bytes = RandomPieces.bytes(random);
      RandomPieces.into(pieces, bytes, random);
      long origin = random.below(3);
      machine.memory.fill(pieces, origin, 100);
      Content expected = new Content(bytes);
      expected.fill(0, bytes, origin, 100);
      for (long others = random.below(3); others > 0; others--) {
        change(random, pieces, expected, origin);
      }
      boolean same = eachMatches(pieces, expected);
      assertEquals(same, machine.memory.matches(pieces, expected), "seed " + seed + ", match " + i);
      matched += same ? 1 : 0;
    }
    assertTrue(matched > 500 && matched < 2_500, matched + " matched");
  }

  /**
   * One piece, its whole frame, or part of the content becomes another; or of the same origin,
   * elsewhere.
   */
  private void change(RandomStream random, Pieces pieces, Content expected, long origin) {
    int piece = (int) random.below(pieces.count());
    int start = pieces.start(piece);
    int length = pieces.length(piece);
    long base = random.below(2) == 0 ? 100 : 100 + start;
    if (random.below(3) == 0) {
      pieces.frame(piece).fill(0, PrimeMachine.PAGE_BYTES, origin, base);
    } else if (random.below(2) == 0) {
      pieces.frame(piece).fill(pieces.offset(piece), length, origin, base);
    } else {
      expected.fill(start, length, origin, base);
    }
  }

  private static boolean eachMatches(Pieces pieces, Content expected) {
    boolean same = true;
    for (int i = 0; i < pieces.count(); i++) {
      Content part = new Content(PrimeMachine.PAGE_BYTES);
      pieces.frame(i).copyTo(part, pieces.offset(i), 0, pieces.length(i));
      same &= part.matches(0, expected, pieces.start(i), pieces.length(i));
    }
    return same;
  }
}
