package org.portbench.harness.run;

import org.portbench.strategies.MessagingStrategy;

/** A cell that goes on for as long as somebody wants to see how fast the model itself is. */
public final class WarmCell {
  private final Rig rig;

  /** Is warm once it has done the cell's operations. */
  public WarmCell(Cell cell, MessagingStrategy strategy) {
    rig = new Rig(cell, strategy);
    rig.run(cell.operations());
  }

  /** Does so many more, until everything has come to rest. */
  public void run(long operations) {
    rig.run(operations);
  }

  /** Ends it; whatever it did must have been right. */
  public void check() {
    rig.tally()
        .payload()
        .firstMismatch()
        .ifPresent(what -> {
          throw new TrialException("payload mismatch, first at " + what);
        });
    String lost = rig.close();
    if (!lost.isEmpty()) {
      throw new TrialException(lost);
    }
  }
}
