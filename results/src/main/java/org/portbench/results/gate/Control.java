package org.portbench.results.gate;

/** What became of the base against itself. */
public enum Control {
  QUIET,
  /** Both sides are the same, yet one was found slower. */
  FIRED,
  UNDECIDED
}
