package org.portbench.harness.robust;

/** Is told how a study of estimates goes on. */
public interface StudyObserver {

  /** So many estimates will be halved and doubled. */
  default void studyStarted(int estimates) {}

  /** So many are done; one thread at a time says so. */
  default void studied(int done, int of) {}
}
