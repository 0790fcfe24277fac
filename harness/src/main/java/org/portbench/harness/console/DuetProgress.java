package org.portbench.harness.console;

import java.io.PrintStream;
import java.util.Locale;
import org.portbench.results.gate.CellVerdict;
import org.portbench.results.gate.Control;
import org.portbench.results.gate.DuetCell;
import org.portbench.results.gate.DuetObserver;
import org.portbench.results.gate.DuetReport;

/** Says what two builds are measured by, a line each. */
public final class DuetProgress implements DuetObserver {
  private final PrintStream err;

  public DuetProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void begins(DuetCell cell, Phase phase) {
    switch (phase) {
      case REHEARSAL -> {}
      case CONTROL -> say("the base against itself, by " + cell.name());
      case SUSPICION -> say(cell.name() + ": first blocks");
      case PROOF -> say(cell.name() + ": slower; fresh blocks have to confirm it");
    }
  }

  @Override
  public void controlled(Control control) {
    say("the base against itself: " + control.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public void decided(DuetCell cell, CellVerdict verdict) {
    say(cell.name() + ": " + verdict.words(cell.rule()));
  }

  public void interrupted(DuetReport report, String directory) {
    say(
        "interrupted: "
            + report.verdicts().size()
            + " of "
            + report.cells().size()
            + " cells are decided; every launch is kept in "
            + directory);
  }

  public void say(String line) {
    err.println("portbench: " + line);
  }
}
