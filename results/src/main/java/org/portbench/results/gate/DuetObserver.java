package org.portbench.results.gate;

/** Is told what goes on, as it does. */
public interface DuetObserver {
  DuetObserver NONE = new DuetObserver() {};

  /** What a cell is launched for from now on. */
  enum Phase {
    /** Both sides once, to see that they can. */
    REHEARSAL,
    CONTROL,
    SUSPICION,
    PROOF
  }

  default void begins(DuetCell cell, Phase phase) {}

  default void controlled(Control control) {}

  /** Told once for each cell, as soon as nothing more is measured of it. */
  default void decided(DuetCell cell, CellVerdict verdict) {}
}
