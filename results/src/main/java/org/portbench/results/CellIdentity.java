package org.portbench.results;

/**
 * What makes two cells comparable: the same identity in two runs asks the same question. Its
 * content digest, kept in {@link TrialResult}, says whether the numbers behind these names are the
 * same too.
 */
public record CellIdentity(
    String tier,
    String machine,
    String stack,
    String workload,
    String strategy,
    long seed,
    long operations) {

  /** The stable text by which files refer to a cell. */
  public String id() {
    return String.join("/", machine, stack, workload, strategy, "n" + operations, "s" + seed);
  }
}
