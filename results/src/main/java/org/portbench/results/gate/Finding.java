package org.portbench.results.gate;

/** What the first stage of a cell leads to. */
public sealed interface Finding {
  record Decided(CellVerdict verdict) implements Finding {}

  /** Fresh blocks have to decide. */
  record Suspected(Stage stage) implements Finding {}
}
