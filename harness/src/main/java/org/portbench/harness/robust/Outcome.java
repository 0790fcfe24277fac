package org.portbench.harness.robust;

import java.util.Map;
import java.util.Set;
import org.portbench.results.claim.Standing;

/** What came of halving or doubling an estimate. */
sealed interface Outcome {

  /**
   * @param value the estimate's
   * @param standings of the claims on the machine, by claim
   * @param unconfirmed claims that flip on lean cells alone
   */
  record Judged(String value, Map<String, Standing> standings, Set<String> unconfirmed)
      implements Outcome {}

  /** All cells are as they were. */
  record Unchanged(String value) implements Outcome {}

  record Impossible(String reason) implements Outcome {}
}
