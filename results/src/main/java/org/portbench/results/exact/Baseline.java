package org.portbench.results.exact;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a suite of cells says, kept to be compared with.
 *
 * @param suite the experiment's name
 * @param inputs what the cells rest on: numbers of machines, work of primitives, workloads
 * @param cells by id
 */
public record Baseline(String suite, SortedMap<String, String> inputs, List<ExactCell> cells) {
  public static final int SCHEMA_VERSION = 1;

  public Baseline {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    cells = cells.stream().sorted(Comparator.comparing(ExactCell::id)).toList();
  }
}
