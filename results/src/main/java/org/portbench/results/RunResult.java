package org.portbench.results;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A run: its cells in the order of the experiment's matrix, and apart from them all that depends on
 * how, where and when it was run.
 *
 * @param complete false where the run was interrupted
 * @param machines per machine the rows a report prints as its parameters
 * @param notes what the workloads had to say (ignored options, assumed sizes)
 * @param claims empty until the run has been judged
 * @param study of the claims' robustness, where there was one
 */
public record RunResult(
    String experiment,
    long seed,
    boolean complete,
    SortedMap<String, String> environment,
    List<TrialResult> cells,
    List<MachineNumber> machines,
    List<String> notes,
    List<ClaimVerdict> claims,
    Optional<EstimateStudy> study) {

  public static final int SCHEMA_VERSION = 1;

  /** The tier whose numbers follow from its inputs. */
  public static final String MODEL = "model";

  public RunResult {
    environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    cells = List.copyOf(cells);
    machines = List.copyOf(machines);
    notes = List.copyOf(notes);
    claims = List.copyOf(claims);
  }

  /** A run whose claims have not been tested against other estimates. */
  public RunResult(
      String experiment,
      long seed,
      boolean complete,
      SortedMap<String, String> environment,
      List<TrialResult> cells,
      List<MachineNumber> machines,
      List<String> notes,
      List<ClaimVerdict> claims) {
    this(experiment, seed, complete, environment, cells, machines, notes, claims, Optional.empty());
  }

  /** What ran it, as its cells say: the model where there are none. */
  public String tier() {
    return cells.stream().map(cell -> cell.identity().tier()).findFirst().orElse(MODEL);
  }

  /** Whether its numbers are exact, and the same wherever it is run. */
  public boolean exact() {
    return tier().equals(MODEL);
  }

  public RunResult withClaims(List<ClaimVerdict> judged) {
    return new RunResult(
        experiment, seed, complete, environment, cells, machines, notes, judged, study);
  }

  public RunResult withStudy(EstimateStudy made) {
    return new RunResult(
        experiment, seed, complete, environment, cells, machines, notes, claims, Optional.of(made));
  }
}
