package org.portbench.harness.console;

import java.io.PrintStream;

/**
 * Says which benchmark is done and how long the rest takes: a line each, or one that is rewritten.
 */
public final class MicroProgress {
  private static final String ERASE = "\r\u001b[K";

  private final PrintStream err;
  private final int all;
  private final boolean terminal;
  private final Countdown countdown = new Countdown();
  private int done;

  public MicroProgress(PrintStream err, int all, boolean terminal) {
    this.err = err;
    this.all = all;
    this.terminal = terminal;
  }

  public synchronized void started() {
    say("measuring portbench itself: " + (all == 1 ? "1 benchmark" : all + " benchmarks"));
  }

  public synchronized void finished(String name) {
    done++;
    String line = done + "/" + all + ", " + countdown.left((double) done / all) + " left: " + name;
    if (terminal) {
      err.print(ERASE + line);
      err.flush();
    } else {
      say(line);
    }
  }

  public synchronized void ended() {
    if (terminal) {
      err.print(ERASE);
      err.flush();
    }
  }

  public synchronized void interrupted(int kept, String directory) {
    say(
        "interrupted: "
            + kept
            + " of "
            + all
            + " benchmarks are finished and kept in "
            + directory);
  }

  public synchronized void failed(int count, String directory) {
    say(count + " of " + all + " benchmarks failed; " + directory + "/micro.log says why");
  }

  private void say(String line) {
    err.println((terminal ? ERASE : "") + "portbench: " + line);
  }
}
