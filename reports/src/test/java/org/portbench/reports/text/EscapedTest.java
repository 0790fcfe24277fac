package org.portbench.reports.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EscapedTest {

  @Test
  void markupBecomesText() {
    assertEquals(
        "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;",
        Escaped.xml("<script>alert(\"1\")</script> & '"));
  }

  @Test
  void markdownSignsLoseTheirMeaning() {
    assertEquals(
        "a\\|b \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) &lt;h&gt;",
        Escaped.markdown("a|b `c` *d* _e_ [f](g) <h>"));
  }

  @Test
  void linesDoNotBreakOutOfACell() {
    assertEquals("one two", Escaped.markdown("one\ntwo"));
  }

  @Test
  void charactersThatXmlCannotHoldAreReplaced() {
    assertEquals("a\uFFFDb", Escaped.xml("a\u0000b"));
    assertEquals("a\uFFFDb", Escaped.xml("a\uD800b"));
    assertEquals("a\uFFFDb", Escaped.markdown("a\u001Bb"));
  }

  @Test
  void charactersBeyondTheBasicPlaneSurvive() {
    assertEquals("\uD83D\uDCBE", Escaped.xml("\uD83D\uDCBE"));
  }
}
