package org.portbench.harness.experiment;

import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Cells that together answer something. */
public record Experiment(String name, String description, long seed, List<Matrix> matrices) {

  public Experiment {
    matrices = List.copyOf(matrices);
  }

  /** Options replace the experiment's lists. */
  public Experiment changedBy(Matrix options, OptionalLong newSeed) {
    return new Experiment(
        name,
        description,
        newSeed.orElse(seed),
        matrices.stream().map(matrix -> matrix.changedBy(options)).toList());
  }

  /** Further strategies beside those that it names; where it names none, all are in it anyway. */
  public Experiment with(List<String> strategies) {
    List<Name> more = strategies.stream().map(Name::typed).toList();
    return new Experiment(
        name, description, seed, matrices.stream().map(matrix -> with(matrix, more)).toList());
  }

  private static Matrix with(Matrix matrix, List<Name> more) {
    List<Name> named = matrix.strategies();
    return named.isEmpty()
        ? matrix
        : matrix.withStrategies(Stream.concat(named.stream(), more.stream()).toList());
  }
}
