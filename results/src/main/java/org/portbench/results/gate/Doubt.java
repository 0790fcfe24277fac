package org.portbench.results.gate;

/** Why nothing is concluded. */
public sealed interface Doubt {

  /** The machine was too restless. */
  record TooFewCleanBlocks(int clean, int measured, int needed) implements Doubt {}

  /** The time was spent before there were enough clean blocks. */
  record OutOfTime(int clean, int measured, int needed) implements Doubt {}

  /** A side could not be launched, so nothing was measured. */
  record Failed(String why) implements Doubt {}

  /** A side is of a time before there was what is measured. */
  record Lacking(String why) implements Doubt {}

  /** The base against itself looked different, so the same can be said of everything. */
  record ControlFired(CellVerdict otherwise) implements Doubt {}

  /** The base against itself could not be judged, and no alarm is given without. */
  record ControlUndecided(CellVerdict otherwise) implements Doubt {}
}
