package org.portbench.results;

import java.util.List;

/**
 * A claim and what a run says about it.
 *
 * @param metric what was measured, in words
 * @param threshold what was asked of it before anything was measured
 * @param conditions per machine and stack, where it holds, where not, and what could not be judged
 * @param explanation the numbers in a sentence
 */
public record ClaimVerdict(
    String id,
    String who,
    String statement,
    Verdict verdict,
    Robustness robust,
    String metric,
    String threshold,
    List<String> conditions,
    String explanation,
    List<Evidence> evidence) {

  public ClaimVerdict {
    conditions = List.copyOf(conditions);
    evidence = List.copyOf(evidence);
  }
}
