package org.portbench.reports.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {
  private static final Table TABLE =
      new Table(
          List.of(Table.Column.words("name"), Table.Column.number("value")),
          List.of(
              List.of(Table.Cell.text("a|b"), Table.Cell.strong("1")),
              List.of(
                  Table.Cell.text("<i>"),
                  new Table.Cell(List.of(Inline.text("one"), Inline.text("two"))))),
          false);

  @Test
  void markdownTablesKeepTheirShapeWhateverIsInThem() {
    assertEquals(
        """
        | name | value |
        | --- | ---: |
        | a\\|b | **1** |
        | &lt;i&gt; | one<br>two |
        """,
        markdown(TABLE));
  }

  @Test
  void markdownCodeCannotBeEnded() {
    assertEquals("`a'b`\n", markdown(new Block.Paragraph(List.of(new Inline.Code("a`b")))));
  }

  @Test
  void htmlTablesNameTheirRowsAndColumns() {
    String html = html(TABLE);
    assertTrue(html.contains("<th scope=\"row\">a|b</th>"));
    assertTrue(html.contains("<th scope=\"col\" class=\"number\">value</th>"));
    assertTrue(html.contains("<div>one</div><div>two</div>"));
  }

  @Test
  void theListOfContentsStandsBeforeTheFirstChapter() {
    String html =
        html(
            new Block.Heading(1, "title", "top"),
            new Block.Lead(Inline.text("answer")),
            new Block.Heading(2, "one", "first"),
            new Block.Heading(2, "two", "second"));
    assertTrue(html.indexOf("answer") < html.indexOf("<nav"));
    assertTrue(html.indexOf("href=\"#second\"") < html.indexOf("id=\"first\""));
    assertEquals(html.indexOf("<nav"), html.lastIndexOf("<nav"));
  }

  private static String markdown(Block... blocks) {
    return new MarkdownPage(new Page("title", List.of(blocks))).text();
  }

  private static String html(Block... blocks) {
    return new HtmlPage(new Page("title", List.of(blocks)), "").text();
  }
}
