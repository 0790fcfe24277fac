package org.portbench.harness.validate;

import java.util.List;

/**
 * A published table: the cells that stand for its experiments, and its figures.
 *
 * @param name of its file, without the ending
 */
public record TargetTable(String name, String description, List<Run> runs, List<Target> targets) {

  public TargetTable {
    runs = List.copyOf(runs);
    targets = List.copyOf(targets);
  }
}
