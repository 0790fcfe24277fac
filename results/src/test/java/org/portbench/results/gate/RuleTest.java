package org.portbench.results.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleTest {
  private static final Block CLEAN = new Block(BlockOrder.ABBA, new Pair(1, 1), new Pair(1, 1));
  private static final Block DIRTY = new Block(BlockOrder.ABBA, new Pair(1, 2), new Pair(1, 1));

  @Test
  void whereNoneIsReplaced_twelveBlocksAreAllThatAreMeasured() {
    Rule rule = Rule.TIMES.withBlocks(12, 12);
    assertTrue(rule.wantsMore(Collections.nCopies(11, DIRTY)));
    assertFalse(rule.wantsMore(Collections.nCopies(12, DIRTY)));
    assertFalse(rule.wantsMore(Collections.nCopies(12, CLEAN)));
  }

  @Test
  void onlyTheUncleanAreReplaced() {
    Rule rule = Rule.TIMES;
    List<Block> mixed =
        Stream.concat(
                Collections.nCopies(11, CLEAN).stream(), Collections.nCopies(6, DIRTY).stream())
            .toList();
    assertTrue(rule.wantsMore(mixed));
    assertFalse(rule.wantsMore(Collections.nCopies(12, CLEAN)));
    assertFalse(rule.wantsMore(Collections.nCopies(18, DIRTY)));
  }

  @Test
  void tails_haveAMarginOfTheirOwn() {
    assertEquals(0.03, Rule.TIMES.margin(), 0);
    assertEquals(0.05, Rule.TAILS.margin(), 0);
    assertEquals(Rule.TIMES, Rule.TAILS.withMargin(0.03));
  }

  /** Of 6 blocks all above the margin, chance makes 1 of 64: more than 1 of 100. */
  @Test
  void aRuleThatCanProveNothing_isRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Rule(0.03, 12, 12, 6, 1.1, 0.05, 0.01));
    assertEquals(7, new Rule(0.03, 12, 12, 7, 1.1, 0.05, 0.01).fewestClean());
    assertThrows(IllegalArgumentException.class, () -> Rule.TIMES.withMargin(-0.01));
    assertThrows(IllegalArgumentException.class, () -> Rule.TIMES.withBlocks(7, 7));
    assertThrows(IllegalArgumentException.class, () -> Rule.TIMES.withBlocks(12, 11));
    assertThrows(IllegalArgumentException.class, () -> Rule.TIMES.withBlocks(51, 51));
  }
}
