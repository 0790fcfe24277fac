package org.portbench.reports.page;

import java.util.List;

/**
 * A page as one file of HTML that is XML too, in which everything it needs is contained.
 *
 * @param style the page's CSS
 */
public record HtmlPage(Page page, String style) {

  public String text() {
    Markup html = new Markup();
    html.own("<!DOCTYPE html>\n");
    html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").own("\n");
    html.open("head");
    html.empty("meta", "charset", "utf-8").own("\n");
    html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.own("\n").empty("meta", "name", "color-scheme", "content", "light dark").own("\n");
    html.element("title", page.title()).own("\n");
    html.open("style").own("\n" + style).close();
    html.close();
    html.open("body");
    html.open("main");
    for (Block block : page.blocks()) {
      if (contents().indexOf(block) == 0) {
        writeContents(html);
      }
      new HtmlBlock(html).write(block);
    }
    html.close();
    html.close();
    html.close();
    return html.toString();
  }

  private void writeContents(Markup html) {
    html.open("nav", "aria-label", "Contents");
    for (Block.Heading heading : contents()) {
      html.element("a", heading.text(), "href", "#" + heading.anchor()).own("\n");
    }
    html.close();
  }

  /** The headings that a reader may want to jump to. */
  private List<Block.Heading> contents() {
    return page.blocks().stream()
        .filter(Block.Heading.class::isInstance)
        .map(Block.Heading.class::cast)
        .filter(heading -> heading.level() == 2)
        .toList();
  }
}
