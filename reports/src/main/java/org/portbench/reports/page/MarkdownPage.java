package org.portbench.reports.page;

import java.util.List;
import java.util.stream.Collectors;
import org.portbench.reports.text.Escaped;

/** A page as Markdown with tables, whose charts are files beside it. */
public record MarkdownPage(Page page) {

  public String text() {
    return blocks(page.blocks());
  }

  private static String blocks(List<Block> blocks) {
    return blocks.stream().map(MarkdownPage::block).collect(Collectors.joining("\n"));
  }

  private static String block(Block block) {
    return switch (block) {
      case Block.Heading h -> "#".repeat(h.level()) + " " + Escaped.markdown(h.text()) + "\n";
      case Block.Lead lead -> line(lead.content()) + "\n";
      case Block.Paragraph paragraph -> line(paragraph.content()) + "\n";
      case Block.Bullets bullets -> list(bullets.items(), "- ");
      case Block.Details details -> details(details);
      case Block.Fold fold -> block(fold.heading()) + "\n" + blocks(fold.blocks());
      case Block.Alert alert -> alert(alert);
      case Block.Listing listing -> listing.text().indent(4);
      case Block.Figures figures ->
          figures.figures().stream().map(MarkdownPage::figure).collect(Collectors.joining("\n"));
      case Table table -> table(table);
    };
  }

  private static String details(Block.Details details) {
    StringBuilder out = new StringBuilder(Escaped.markdown(details.title())).append(":\n\n");
    for (Block.Topic topic : details.topics()) {
      out.append("- ").append(line(topic.line())).append("\n");
      out.append(list(topic.items(), "  - "));
    }
    return out.toString();
  }

  private static String alert(Block.Alert alert) {
    String title = "> **" + alert.tone().sign() + " " + Escaped.markdown(alert.title()) + "**\n";
    return alert.items().isEmpty() ? title : title + ">\n" + list(alert.items(), "> - ");
  }

  private static String list(List<List<Inline>> items, String bullet) {
    return items.stream().map(item -> bullet + line(item) + "\n").collect(Collectors.joining());
  }

  private static String figure(Block.Figure figure) {
    return "!["
        + Escaped.markdown(figure.description())
        + "](charts/"
        + figure.name()
        + ".png)\n\n"
        + Escaped.markdown(figure.caption())
        + "\n";
  }

  private static String table(Table table) {
    StringBuilder out = new StringBuilder();
    row(out, table.columns().stream().map(c -> Escaped.markdown(c.title())).toList());
    row(out, table.columns().stream().map(c -> c.number() ? "---:" : "---").toList());
    for (List<Table.Cell> cells : table.rows()) {
      row(out, cells.stream().map(MarkdownPage::cell).toList());
    }
    return out.toString();
  }

  private static void row(StringBuilder out, List<String> cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private static String cell(Table.Cell cell) {
    return cell.lines().stream().map(MarkdownPage::line).collect(Collectors.joining("<br>"));
  }

  private static String line(List<Inline> content) {
    return content.stream().map(MarkdownPage::inline).collect(Collectors.joining());
  }

  private static String inline(Inline inline) {
    return switch (inline) {
      case Inline.Text text -> Escaped.markdown(text.text());
      case Inline.Strong strong -> "**" + Escaped.markdown(strong.text()) + "**";
      case Inline.Code code -> code(code.text());
      case Inline.Aside aside -> "*" + Escaped.markdown(aside.text()) + "*";
      case Inline.Strategy strategy -> Escaped.markdown(strategy.name());
      case Inline.Badge badge ->
          "**" + badge.tone().sign() + " " + Escaped.markdown(badge.text()) + "**";
    };
  }

  /** Backslashes mean nothing inside a code span, so what would end it or the cell is replaced. */
  private static String code(String text) {
    String plain = text.replace('`', '\'').replace('\n', ' ').replace('\r', ' ');
    return "`" + plain.replace("|", "\\|") + "`";
  }
}
