package org.portbench.results.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsFileTest {
  private static final String GOOD =
      """
      [[claim]]
      id = "X1"
      who = "somebody"
      statement = '''
      Water is
      wet.'''
      metric = "wetness"
      why = "because"

      [[claim.test]]
      left = { metric = "counters.drops", of = ["sea", "rain"], beyond = "sand", above = "dust" }
      at_least_percent = 20
      right = { metric = "breakdownNs.map+tlb", of = ["sea"] }
      """;

  @Test
  void aClaimIsReadAsItStands() {
    Claim claim = Claims.read("my.toml", GOOD).getFirst();
    assertEquals("Water is wet.", claim.statement());
    assertEquals(
        "counters.drops of the least of sea, rain beyond sand above dust is at least 20 %"
            + " of breakdownNs.map+tlb of sea",
        claim.threshold());
    assertEquals(
        List.of("breakdownNs.map", "breakdownNs.tlb"),
        claim.tests().getFirst().right().orElseThrow().metric().parts());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "id = \"X1\" | | my.toml:1: id is missing",
        "id = \"X1\" | id = 1 | my.toml:2: id must be a text",
        "metric = \"wetness\" | metre = 3 |"
            + " my.toml:7: unknown key metre; known are id, who, statement, metric, why, where,"
            + " test, also, flips",
        "counters.drops | counts.drops | my.toml:11: no such metric: counts.drops",
        "counters.drops | counters. | my.toml:11: no such metric: counters.",
        "[\"sea\", \"rain\"] | [] | my.toml:11: \"of\" names no strategy",
        "[\"sea\", \"rain\"] | \"sea\" | my.toml:11: of must be a list",
        "[\"sea\", \"rain\"] | [1] | my.toml:11: of must be a list of texts",
        "at_least_percent = 20 | at_least = 20 |"
            + " my.toml:10: a percentage needs a right side, and a right side a percentage",
        "at_least_percent = 20 | |"
            + " my.toml:10: one of at_least, at_most, at_least_percent, at_most_percent is needed",
        "at_least_percent = 20 | at_least_percent = 2.5 |"
            + " my.toml:12: at_least_percent must be an integer",
        "[[claim.test]] | [[claim.also]] |"
            + " my.toml:1: a claim has either tests or the claim it flips",
        "right = { | wrong = { |"
            + " my.toml:13: unknown key wrong; known are left, right, at_least, at_most,"
            + " at_least_percent, at_most_percent",
        "[[claim]] | [[claims]] | my.toml:1: unknown key claims; known are claim",
      })
  void whatIsWrongIsNamedWithItsLine(String right, String wrong, String problem) {
    assertTrue(GOOD.contains(right));
    String text = GOOD.replace(right, wrong == null ? "" : wrong);
    if (right.equals("[[claim]]")) {
      text = "[[claims]]\n";
    }
    assertEquals(problem, problem(text));
  }

  @Test
  void aClaimThatStandsTwiceIsRefused() {
    assertEquals("my.toml: the claim X1 stands here twice", problem(GOOD + GOOD));
  }

  @Test
  void aClaimThatFlipsNoneIsRefused() {
    String given =
        """
        [[claim]]
        id = "X2"
        who = ""
        statement = ""
        metric = ""
        why = ""
        flips = "X3"
        """;
    assertEquals("my.toml: flips = \"X3\": there is no such claim", problem(GOOD + given));
  }

  @Test
  void whatIsNoTomlIsNamedWithItsLine() {
    assertTrue(problem("[[claim]]\nid = \n").startsWith("my.toml:2: not valid TOML: "));
  }

  private static String problem(String text) {
    ClaimException e = assertThrows(ClaimException.class, () -> Claims.read("my.toml", text));
    assertEquals(1, e.getMessage().lines().count());
    return e.getMessage();
  }
}
