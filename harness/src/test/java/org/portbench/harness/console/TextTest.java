package org.portbench.harness.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class TextTest {

  @Test
  void columnsAreAsWideAsTheyNeedToBe() {
    assertEquals(
        List.of("a        1  x", "bcd   2 µs", "only"),
        new TextTable("lrl").row("a", "1", "x").row("bcd", "2 µs", "").row("only").lines());
  }

  @Test
  void proseStaysWithinAHundredColumns() {
    String text = "word ".repeat(100).strip() + " 10 %";
    List<String> lines = Wrapped.lines("    ", text);
    assertTrue(lines.stream().allMatch(line -> line.length() <= 100));
    assertTrue(lines.stream().allMatch(line -> line.startsWith("    ")));
    assertTrue(lines.getLast().endsWith("10 %"));
    assertEquals(text, String.join(" ", lines.stream().map(String::strip).toList()));
  }

  @Test
  void picosecondsAreExactNanoseconds() {
    assertEquals("0.000", Picoseconds.ns(0));
    assertEquals("1,234,567.008", Picoseconds.ns(1_234_567_008));
  }

  @Test
  void colourIsOnlyForTerminals() {
    assertEquals("x", new Ink(false).bold("x"));
    assertEquals("\u001b[1mx\u001b[0m", new Ink(true).bold("x"));
  }
}
