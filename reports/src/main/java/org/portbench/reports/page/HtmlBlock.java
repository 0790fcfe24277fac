package org.portbench.reports.page;

import java.util.List;
import java.util.Locale;

/** Writes the blocks of a page as elements. */
record HtmlBlock(Markup html) {

  void write(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Lead lead -> line("p", lead.content(), "class", "lead");
      case Block.Paragraph paragraph -> line("p", paragraph.content());
      case Block.Bullets bullets -> list(bullets.items());
      case Block.Details details -> details(details);
      case Block.Fold fold -> fold(fold);
      case Block.Alert alert -> alert(alert);
      case Block.Listing listing -> html.open("pre").element("code", listing.text()).close();
      case Block.Figures figures -> figures(figures.figures());
      case Table table -> table(table);
    }
  }

  private void heading(Block.Heading heading) {
    html.element("h" + heading.level(), heading.text(), "id", heading.anchor());
  }

  private void line(String tag, List<Inline> content, String... attributes) {
    html.open(tag, attributes);
    content.forEach(this::inline);
    html.close();
  }

  private void list(List<List<Inline>> items) {
    html.open("ul");
    items.forEach(item -> line("li", item));
    html.close();
  }

  private void details(Block.Details details) {
    html.open("details").element("summary", details.title());
    html.open("ul");
    for (Block.Topic topic : details.topics()) {
      html.open("li");
      topic.line().forEach(this::inline);
      list(topic.items());
      html.close();
    }
    html.close().close();
  }

  private void fold(Block.Fold fold) {
    html.open("details", "class", "fold").open("summary");
    heading(fold.heading());
    html.close();
    fold.blocks().forEach(this::write);
    html.close();
  }

  private void alert(Block.Alert alert) {
    html.open("section", "class", "alert " + word(alert.tone()), "role", "note");
    html.open("p").element("strong", alert.title()).close();
    if (!alert.items().isEmpty()) {
      list(alert.items());
    }
    html.close();
  }

  private void figures(List<Block.Figure> figures) {
    html.open("section", "class", "figures");
    for (Block.Figure figure : figures) {
      html.open("figure", "id", figure.name()).own("\n" + figure.svg());
      html.element("figcaption", figure.caption()).close();
    }
    html.close();
  }

  private void table(Table table) {
    html.open(
        "section",
        "class",
        table.wordy() ? "wordy" : "wide",
        "tabindex",
        "0",
        "role",
        "region",
        "aria-label",
        "table");
    html.open("table").open("thead").open("tr");
    for (Table.Column column : table.columns()) {
      html.element("th", column.title(), "scope", "col", "class", kind(column));
    }
    html.close().close().open("tbody");
    for (List<Table.Cell> row : table.rows()) {
      html.open("tr");
      for (int i = 0; i < row.size(); i++) {
        cell(table.columns().get(i), row.get(i), i == 0);
      }
      html.close();
    }
    html.close().close().close();
  }

  private void cell(Table.Column column, Table.Cell cell, boolean names) {
    if (names) {
      html.open("th", "scope", "row");
    } else {
      html.open("td", "class", kind(column), "data-title", column.title());
    }
    if (cell.lines().size() == 1) {
      cell.lines().getFirst().forEach(this::inline);
    } else {
      cell.lines().forEach(line -> line("div", line));
    }
    html.close();
  }

  private static String kind(Table.Column column) {
    return column.number() ? "number" : "words";
  }

  private void inline(Inline inline) {
    switch (inline) {
      case Inline.Text text -> html.text(unitsKept(text.text()));
      case Inline.Strong strong -> html.element("strong", strong.text());
      case Inline.Code code -> html.element("code", code.text());
      case Inline.Aside aside -> html.element("small", aside.text());
      case Inline.Strategy strategy ->
          html.open("span", "class", "strategy")
              .element("span", "", "class", "swatch s" + strategy.swatch())
              .text(strategy.name())
              .close();
      case Inline.Badge badge ->
          html.open("span", "class", "badge " + word(badge.tone()))
              .text(badge.tone().sign() + " " + badge.text())
              .close();
    }
  }

  /** No line break between a number and its unit. */
  private static String unitsKept(String text) {
    return text.replaceAll("(?<=\\d) (?=%|[nµm]?s\\b|[KMG]?i?B\\b)", "\u00A0");
  }

  private static String word(Tone tone) {
    return tone.name().toLowerCase(Locale.ROOT);
  }
}
