package org.portbench.results;

import java.util.List;

/**
 * A claim and what a run says about it.
 *
 * @param headline the statement in a short clause
 * @param metric what was measured, in words
 * @param threshold what was asked of it before anything was measured
 * @param sensitivity what the estimates behind the numbers do to it
 * @param conditions where it holds, as in "on pc-2003 for requests of 64 KiB and more", and what
 *     could not be judged
 * @param explanation what was found, in a sentence
 * @param details all numbers and all workloads, a line each
 * @param fairness what must be known to be fair to either side; empty where there is nothing
 */
public record ClaimVerdict(
    String id,
    String who,
    String statement,
    String headline,
    Verdict verdict,
    Robustness robust,
    Sensitivity sensitivity,
    String metric,
    String threshold,
    List<String> conditions,
    String explanation,
    List<String> details,
    String fairness,
    List<Evidence> evidence) {

  public ClaimVerdict {
    conditions = List.copyOf(conditions);
    details = List.copyOf(details);
    evidence = List.copyOf(evidence);
  }

  /** The same verdict, tested against other estimates. */
  public ClaimVerdict tested(Robustness outcome, Sensitivity found) {
    return new ClaimVerdict(
        id,
        who,
        statement,
        headline,
        verdict,
        outcome,
        found,
        metric,
        threshold,
        conditions,
        explanation,
        details,
        fairness,
        evidence);
  }
}
