package org.portbench.reports.page;

import java.util.List;

/**
 * A table whose first column names the rows.
 *
 * @param wordy whether its cells hold sentences, so that on a narrow screen rows become cards
 */
public record Table(List<Column> columns, List<List<Cell>> rows, boolean wordy) implements Block {

  /**
   * @param number whether its cells are numbers, to be aligned at their ends
   */
  public record Column(String title, boolean number) {
    public static Column number(String title) {
      return new Column(title, true);
    }

    public static Column words(String title) {
      return new Column(title, false);
    }
  }

  /** Lines below each other. */
  public record Cell(List<List<Inline>> lines) {
    public static Cell of(Inline... content) {
      return new Cell(List.of(List.of(content)));
    }

    public static Cell text(String text) {
      return of(new Inline.Text(text));
    }

    public static Cell strong(String text) {
      return of(new Inline.Strong(text));
    }
  }
}
