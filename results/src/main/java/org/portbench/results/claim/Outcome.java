package org.portbench.results.claim;

import java.util.List;
import java.util.OptionalLong;
import org.portbench.results.Evidence;

/** What a comparison yields in a setting. */
sealed interface Outcome {

  /**
   * @param right absent where the left side is compared with a number of the claim
   */
  record Compared(boolean met, long left, OptionalLong right, List<Evidence> evidence)
      implements Outcome {

    /** By what settings are put in order; what is divided by nothing comes last. */
    double magnitude() {
      if (right.isEmpty()) {
        return left;
      }
      return left == 0 && right.getAsLong() == 0 ? 0 : (double) left / right.getAsLong();
    }
  }

  record Missing(String why) implements Outcome {}
}
