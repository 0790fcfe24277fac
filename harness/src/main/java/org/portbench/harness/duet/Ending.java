package org.portbench.harness.duet;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has to be done in the end, whether it comes by itself or by an interrupt; last in first. */
public final class Ending implements AutoCloseable {
  private final Deque<Runnable> always = new ArrayDeque<>();
  private final Deque<Runnable> interrupted = new ArrayDeque<>();
  private final Thread hook = new Thread(this::interrupt, "interrupted");
  private boolean over;

  public Ending() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  public synchronized void always(Runnable step) {
    always.push(step);
  }

  /** Only if it is an interrupt, and before all that is always done. */
  public synchronized void ifInterrupted(Runnable step) {
    interrupted.push(step);
  }

  private synchronized void interrupt() {
    if (!over) {
      over = true;
      interrupted.forEach(Runnable::run);
      always.forEach(Runnable::run);
    }
  }

  @Override
  public synchronized void close() {
    if (over) {
      return;
    }
    over = true;
    always.forEach(Runnable::run);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException goingDown) {
      // It has nothing left to do.
    }
  }
}
