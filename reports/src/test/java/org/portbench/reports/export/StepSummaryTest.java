package org.portbench.reports.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.reports.text.Escaped;

final class StepSummaryTest {
  private static final int GITHUB_TAKES_BYTES = 1024 * 1024;
  private static final Pattern OMITTED = Pattern.compile("([\\d,]+) rows omitted");

  @Test
  void theVerdictComesFirst() {
    Verdicts verdicts =
        new Verdicts(
            "gate check of ci",
            Optional.empty(),
            List.of("cpu.count: 1 → 2"),
            List.of(
                cell("fine", Judgement.PASSED, 0),
                cell("slow", Judgement.FAILED, 1),
                cell("slower", Judgement.FAILED, 2),
                cell("crashed", Judgement.ERROR, 0)));
    assertEquals(
        """
        ## ✗ gate check of ci

        4 cells: 1 error, 2 failed, 1 passed

        - cpu.count: 1 → 2

        | cell | verdict | why |
        |---|---|---|
        | crashed | error | why |
        | slower | failed | why |
        | slow | failed | why |

        <details><summary>1 more cell</summary>

        | cell | verdict | why |
        |---|---|---|
        | fine | passed | why |

        </details>
        """,
        text(verdicts));
  }

  @Test
  void whatIsInconclusiveIsNoPass() {
    assertTrue(text(verdicts(List.of(cell("a", Judgement.INCONCLUSIVE, 0)))).startsWith("## ? t"));
    assertTrue(text(verdicts(List.of(cell("a", Judgement.PASSED, 0)))).startsWith("## ✓ t"));
    assertTrue(text(verdicts(List.of())).startsWith("## ✗ t"));
  }

  @Test
  void theDetailsOfTheWorstAreFoldedAway() {
    JudgedCell cell =
        new JudgedCell(
            "a",
            Judgement.FAILED,
            "why",
            List.of("totalsPs.trap", "  - </pre>&"),
            0,
            OptionalDouble.empty());
    assertTrue(
        text(verdicts(List.of(cell)))
            .contains(
                "<details><summary>a</summary>\n\n<pre>\ntotalsPs.trap\n  - &lt;/pre&gt;&amp;\n"
                    + "</pre>\n\n</details>"));
  }

  @Test
  void tenOfTheWorstStandInTheOpen() {
    List<JudgedCell> cells =
        IntStream.range(0, 40).mapToObj(i -> cell("c" + i, Judgement.FAILED, i)).toList();
    String open = text(verdicts(cells)).split("<details>", 2)[0];
    assertEquals(10, open.lines().filter(line -> line.matches("[|] c\\d.*")).count());
    assertTrue(open.contains("| c39 |") && open.contains("| c30 |") && !open.contains("| c29 |"));
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 100_000, GITHUB_TAKES_BYTES})
  void manyCellsAreCutOffAndCounted(int mostBytes) {
    List<JudgedCell> cells =
        IntStream.range(0, 20_000)
            .mapToObj(i -> cell("|" + "é".repeat(60) + i, Judgement.values()[i % 5], i))
            .toList();
    String text = new StepSummary(verdicts(cells)).text(mostBytes);
    assertTrue(text.getBytes(UTF_8).length <= mostBytes);
    assertTrue(text.getBytes(UTF_8).length > mostBytes - 1_000, "room is left");
    Matcher omitted = OMITTED.matcher(text);
    assertTrue(omitted.find());
    int left = Integer.parseInt(omitted.group(1).replace(",", ""));
    assertEquals(20_000, rows(text).size() + left);
    assertEquals(text.split("<details>", -1).length, text.split("</details>", -1).length);
  }

  @Test
  void withoutRoomThereIsStillTheVerdict() {
    String text = new StepSummary(verdicts(List.of(cell("a", Judgement.FAILED, 1)))).text(0);
    assertTrue(text.startsWith("## ✗ t\n\n1 cell: 1 failed\n"), text);
    assertTrue(text.endsWith("\n1 row omitted\n"), text);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 20030716, 77})
  void anyTextIsReadBackFromItsTableCell(long seed) {
    Verdicts verdicts = new Nasty(seed).verdicts(200);
    String text = text(verdicts);
    List<List<String>> rows = rows(text);
    List<JudgedCell> cells = verdicts.worstFirst();
    assertEquals(cells.size(), rows.size());
    for (int i = 0; i < cells.size(); i++) {
      JudgedCell cell = cells.get(i);
      assertEquals(shown(cell.name()), shown(rows.get(i).get(0)));
      assertEquals(cell.judgement().word(), rows.get(i).get(1));
      assertEquals(shown(cell.message()), shown(rows.get(i).get(2)));
    }
  }

  @Test
  void nobodysNameBecomesMarkup() {
    for (Node block : blocks(text(verdicts(List.of(cell("<b>*x*</b>", Judgement.FAILED, 0)))))) {
      assertFalse(block instanceof HtmlInline, "a tag of a name's");
    }
  }

  private static String text(Verdicts verdicts) {
    return new StepSummary(verdicts).text(GITHUB_TAKES_BYTES);
  }

  private static Verdicts verdicts(List<JudgedCell> cells) {
    return new Verdicts("t", Optional.empty(), List.of(), cells);
  }

  private static JudgedCell cell(String name, Judgement judgement, double size) {
    return new JudgedCell(name, judgement, "why", List.of(), size, OptionalDouble.empty());
  }

  /** What is left of white space and of what no page can show. */
  private static String shown(String text) {
    return Escaped.readable(text.replaceAll("\\R", " ")).replaceAll("\\s+", " ").strip();
  }

  /** The bodies of all tables. */
  private static List<List<String>> rows(String markdown) {
    List<List<String>> rows = new ArrayList<>();
    for (Node node : blocks(markdown)) {
      if (node instanceof TableRow row) {
        List<String> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
          cells.add(words(cell));
        }
        if (!cells.equals(List.of("cell", "verdict", "why"))) {
          rows.add(cells);
        }
      }
    }
    return rows;
  }

  private static String words(Node cell) {
    StringBuilder words = new StringBuilder();
    for (Node part = cell.getFirstChild(); part != null; part = part.getNext()) {
      switch (part) {
        case Text text -> words.append(text.getLiteral());
        case SoftLineBreak _ -> words.append(' ');
        default -> throw new AssertionError("markup in a cell: " + part);
      }
    }
    return words.toString();
  }

  private static List<Node> blocks(String markdown) {
    List<Node> all = new ArrayList<>();
    Node document =
        Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock html) {
            all.add(html);
          }

          @Override
          public void visit(HtmlInline html) {
            all.add(html);
          }

          @Override
          public void visit(CustomNode node) {
            all.add(node);
            visitChildren(node);
          }
        });
    return all;
  }
}
