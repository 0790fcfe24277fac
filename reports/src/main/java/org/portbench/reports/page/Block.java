package org.portbench.reports.page;

import java.util.List;

/** A piece of a page from margin to margin. */
public sealed interface Block
    permits Block.Heading,
        Block.Lead,
        Block.Paragraph,
        Block.Bullets,
        Block.Details,
        Block.Fold,
        Block.Alert,
        Block.Listing,
        Block.Figures,
        Table {

  /**
   * @param level 1 is the page's title
   * @param anchor by which the page refers to it
   */
  record Heading(int level, String text, String anchor) implements Block {}

  /** The answer, before anything else. */
  record Lead(List<Inline> content) implements Block {}

  record Paragraph(List<Inline> content) implements Block {}

  record Bullets(List<List<Inline>> items) implements Block {}

  /** What most readers pass over, folded away where a page can do so. */
  record Details(String title, List<Topic> topics) implements Block {}

  /** Blocks under a heading that a page shows alone until the reader opens it. */
  record Fold(Heading heading, List<Block> blocks) implements Block {}

  /** Items under a line of their own. */
  record Topic(List<Inline> line, List<List<Inline>> items) {}

  /** What must not be overlooked. */
  record Alert(Tone tone, String title, List<List<Inline>> items) implements Block {}

  /** Something to copy and run. */
  record Listing(String text) implements Block {}

  /** Charts that may stand side by side. */
  record Figures(List<Figure> figures) implements Block {}

  /**
   * @param name of its files, without the ending
   * @param caption how to read it
   * @param svg the drawing itself, for a page that must not refer to files
   */
  record Figure(String name, String description, String caption, String svg) {}
}
