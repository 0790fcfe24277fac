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
      headline = "it is wet"
      metric = "wetness"
      found = "the sea has {share 1}"
      why = "because"

      [[claim.test]]
      left = { metric = "counters.drops", of = ["sea", "rain"], beyond = "sand" }
      at_least_percent = 20
      right = { metric = "breakdownNs.map+tlb", of = ["sea"] }
      """;

  @Test
  void aClaimIsReadAsItStands() {
    Claim claim = Claims.read("my.toml", GOOD).getFirst();
    assertEquals("Water is wet.", claim.statement());
    assertEquals(
        "drops of the least of sea and rain beyond sand: at least 20 %"
            + " of the time per I/O for map entries, TLB of sea",
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
            + " my.toml:8: unknown key metre; known are id, who, statement, headline, metric, why,"
            + " where, test, also, flips, leading, found,"
            + " fair, repaired",
        "counters.drops | counts.drops | my.toml:13: no such metric: counts.drops",
        "counters.drops | counters. | my.toml:13: no such metric: counters.",
        "[\"sea\", \"rain\"] | [] | my.toml:13: \"of\" names no strategy",
        "[\"sea\", \"rain\"] | \"sea\" | my.toml:13: of must be a list",
        "[\"sea\", \"rain\"] | [1] | my.toml:13: of must be a list of texts",
        "at_least_percent = 20 | at_least = 20 |"
            + " my.toml:12: a percentage needs a right side, and a right side a percentage",
        "at_least_percent = 20 | |"
            + " my.toml:12: one of at_least, at_most, at_least_percent, at_most_percent is needed",
        "at_least_percent = 20 | at_least_percent = 2.5 |"
            + " my.toml:14: at_least_percent must be an integer",
        "[[claim.test]] | [[claim.also]] |"
            + " my.toml:1: a claim has either tests or the claims it flips",
        "right = { | wrong = { |"
            + " my.toml:15: unknown key wrong; known are left, right, at_least, at_most,"
            + " at_least_percent, at_most_percent",
        "found = | flips = | my.toml:9: flips must be a list",
        "found = \"the sea has {share 1}\" | flips = [\"X1\"] | my.toml:1: a claim has either tests"
            + " or the claims it flips",
        "found = \"the sea has {share 1}\" | | my.toml:1: a claim with tests says what they found",
        "{share 1} | {share 2} | my.toml:1: found has a number in braces that no test yields",
        "{share 1} | {part 1} | my.toml:1: found has a number in braces that no test yields",
        "{share 1} | {share} | my.toml:1: found has a number in braces that no test yields",
        "{share 1} | {share also 1} | my.toml:1: found has a number in braces that no test yields",
        "why = \"because\" | leading = 2 |"
            + " my.toml:1: leading must be the number of a test that has a right side",
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
        headline = ""
        metric = ""
        why = ""
        flips = ["X3"]
        """;
    assertEquals("my.toml: flips names \"X3\": there is no such claim", problem(GOOD + given));
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
