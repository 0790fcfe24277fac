package org.portbench.reports.page;

import java.util.List;

/** A page: its title and its blocks in order. */
public record Page(String title, List<Block> blocks) {

  public static Page of(String title, List<Section> sections) {
    return new Page(
        title, sections.stream().flatMap(section -> section.render().stream()).toList());
  }
}
