package org.portbench.reports.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnnotationsTest {
  private static final Pattern LINE = Pattern.compile("::(error|warning) title=([^,:]*)::(.*)");

  @Test
  void theWorstAreErrorsTheInconclusiveWarnings() {
    assertEquals(
        List.of(
            "::error title=error%3A c::no reply",
            "::error title=failed%3A a%2Cb::100 %25::%25",
            "::warning title=inconclusive%3A d::restless"),
        lines(
            JudgedCell.of("a,b", Judgement.FAILED, "100 %::%"),
            JudgedCell.of("p", Judgement.PASSED, ""),
            JudgedCell.of("s", Judgement.SKIPPED, ""),
            JudgedCell.of("d", Judgement.INCONCLUSIVE, "restless"),
            JudgedCell.of("c", Judgement.ERROR, "no\r\nreply")));
  }

  @Test
  void thereAreNoMoreThanTenOfAKind() {
    JudgedCell[] cells =
        IntStream.range(0, 57)
            .mapToObj(i ->
                JudgedCell.of(
                    "c" + i, i % 2 == 0 ? Judgement.FAILED : Judgement.INCONCLUSIVE, "why"))
            .toArray(JudgedCell[]::new);
    List<String> lines = lines(cells);
    for (String kind : List.of("error", "warning")) {
      List<String> ofKind = lines.stream().filter(line -> line.startsWith("::" + kind)).toList();
      assertEquals(10, ofKind.size());
      assertEquals(
          "::%s title=t::%d more cells".formatted(kind, kind.equals("error") ? 20 : 19),
          ofKind.getLast());
    }
    assertEquals(
        10,
        lines(List.of(cells).subList(0, 19).toArray(JudgedCell[]::new)).stream()
            .filter(line -> line.endsWith("::why") && line.startsWith("::error"))
            .count());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20030716, 77})
  void anyTextIsReadBack(long seed) {
    Nasty nasty = new Nasty(seed);
    for (int i = 0; i < 500; i++) {
      JudgedCell cell = JudgedCell.of(nasty.text(), Judgement.FAILED, nasty.text());
      List<String> lines = lines(cell);
      assertEquals(1, lines.size());
      Matcher line = LINE.matcher(lines.getFirst());
      assertTrue(line.matches(), lines.getFirst());
      String title = line.group(2).replace("%3A", ":").replace("%2C", ",").replace("%0D", "\r");
      assertEquals("failed: " + cell.name(), data(title));
      assertEquals(OneLine.of(cell.message(), 1000), data(line.group(3)));
    }
  }

  private static String data(String text) {
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%");
  }

  private static List<String> lines(JudgedCell... cells) {
    return new Annotations(new Verdicts("t", Optional.empty(), List.of(), List.of(cells))).lines();
  }
}
