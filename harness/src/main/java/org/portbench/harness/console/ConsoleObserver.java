package org.portbench.harness.console;

import java.io.PrintStream;
import org.portbench.harness.experiment.RunObserver;
import org.portbench.results.CellIdentity;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;

/**
 * Shows how a run goes on: on a terminal one line that is written over and over, elsewhere a line
 * now and then. Everything else that it has to say is a line that stays.
 */
public final class ConsoleObserver implements RunObserver {
  private static final int QUARTERS = 4;
  private static final long REDRAW_NS = 100_000_000;
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream err;
  private final Heading run;
  private final boolean terminal;
  private final boolean traces;
  private Countdown countdown = new Countdown();
  private boolean ended;
  private int finished;
  private int quarters;
  private long drawnNs;

  /**
   * What is run.
   *
   * @param directory where it is kept, as the user may name it
   */
  public record Heading(String experiment, int cells, int threads, String directory) {}

  /**
   * @param traces whether stack traces are wanted
   */
  public ConsoleObserver(PrintStream err, Heading run, boolean terminal, boolean traces) {
    this.err = err;
    this.run = run;
    this.terminal = terminal;
    this.traces = traces;
    this.drawnNs = System.nanoTime() - REDRAW_NS;
  }

  @Override
  public synchronized void started() {
    say(
        "running "
            + run.experiment
            + ": "
            + run.cells
            + (run.cells == 1 ? " cell, " : " cells, ")
            + Math.min(run.cells, run.threads)
            + " at a time");
  }

  @Override
  public synchronized void resumed(int kept, double share) {
    finished = kept;
    quarters = kept * QUARTERS / run.cells;
    countdown = new Countdown(share);
    say(kept + " of them " + (kept == 1 ? "was" : "were") + " finished before");
  }

  @Override
  public synchronized void finished(TrialResult cell, double share) {
    finished++;
    if (cell.status() == Status.FAILED) {
      say("failed: " + cell.id() + ": " + cell.reason());
    }
    if (terminal) {
      draw(cell, share);
    } else if (finished * QUARTERS / run.cells > quarters && finished < run.cells) {
      quarters = finished * QUARTERS / run.cells;
      say(finished + " of " + run.cells + " cells, " + countdown.left(share) + " left");
    }
  }

  @Override
  public synchronized void studyStarted(int estimates) {
    say("halving and doubling " + estimates + " estimates to test the verdicts");
    countdown = new Countdown();
    quarters = 0;
  }

  @Override
  public synchronized void studied(int done, int of) {
    String left = " estimates, " + countdown.left((double) done / of) + " left";
    if (ended) {
      return;
    }
    if (terminal) {
      redraw(done + "/" + of + left);
    } else if (done * QUARTERS / of > quarters && done < of) {
      quarters = done * QUARTERS / of;
      say(done + " of " + of + left);
    }
  }

  @Override
  public synchronized void thrown(Throwable trouble) {
    if (traces) {
      erase();
      trouble.printStackTrace(err);
    }
  }

  @Override
  public synchronized void ended() {
    ended = true;
    erase();
  }

  @Override
  public synchronized void interrupted(int kept, int of) {
    say(
        kept == of
            ? "interrupted after the last cell; all cells are kept; portbench run --resume "
                + run.directory
                + " does the rest"
            : "interrupted: "
                + kept
                + " of "
                + of
                + " cells are finished and kept; portbench run --resume "
                + run.directory
                + " runs the others");
  }

  @Override
  public synchronized void stopped(int kept, int of) {
    say(
        "interrupted: "
            + kept
            + " of "
            + of
            + " cells were measured, not all as often as asked for, and are kept in "
            + run.directory);
  }

  @Override
  public synchronized void unwritten(String why) {
    say(why);
  }

  private void draw(TrialResult cell, double share) {
    CellIdentity identity = cell.identity();
    redraw(
        finished
            + "/"
            + run.cells
            + " cells, "
            + countdown.left(share)
            + " left: "
            + identity.machine()
            + " "
            + identity.workload()
            + " "
            + identity.strategy());
  }

  private void redraw(String line) {
    long now = System.nanoTime();
    if (now - drawnNs >= REDRAW_NS) {
      drawnNs = now;
      err.print(ERASE + line);
      err.flush();
    }
  }

  private void say(String line) {
    erase();
    err.println("portbench: " + line);
  }

  private void erase() {
    if (terminal) {
      err.print(ERASE);
      err.flush();
    }
  }
}
