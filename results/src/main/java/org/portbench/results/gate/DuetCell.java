package org.portbench.results.gate;

/** One metric of one configuration, measured on both sides. */
public record DuetCell(String name, Rule rule, Direction direction, Launcher launcher) {

  /** The base against itself, in the same way. */
  public DuetCell againstItself() {
    return new DuetCell(name, rule, direction, launcher.againstItself());
  }
}
