package org.portbench.harness.experiment;

import org.portbench.harness.robust.StudyObserver;
import org.portbench.results.TrialResult;

/** Is told how a run goes on. */
public interface RunObserver extends StudyObserver {

  /** The run has a place to be kept in, and begins. */
  void started();

  /**
   * So many cells have been kept by a process that did not come to the end.
   *
   * @param share of the whole run's work that they are, from 0 to 1
   */
  default void resumed(int kept, double share) {}

  /**
   * A cell has finished; one thread at a time says so.
   *
   * @param share of the whole run's work that is done, from 0 to 1
   */
  void finished(TrialResult cell, double share);

  /** What made a cell fail, for those who want the stack trace. */
  void thrown(Throwable trouble);

  /** No more cells are run. */
  void ended();

  /** The JVM goes down, and so many of the cells are kept. */
  void interrupted(int kept, int of);

  /** The JVM goes down, and the files that show what is kept cannot be written. */
  default void unwritten(String why) {}

  /** The JVM goes down, and so many of the cells are kept of a run that nothing goes on with. */
  default void stopped(int kept, int of) {}
}
