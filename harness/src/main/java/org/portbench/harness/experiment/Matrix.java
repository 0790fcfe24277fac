package org.portbench.harness.experiment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.ReplayMode;

/**
 * Lists whose every combination is a cell. A list that is empty says nothing: somebody else, an
 * experiment or a default, says it.
 *
 * @param strategies unsaid, all that there are
 * @param sizes of the requests of built-in workloads, in bytes; unsaid, their own
 * @param queueDepths of closed loops; unsaid, the workload's own
 * @param operations how many reads and writes a cell measures; unsaid, {@link DefaultOperations}
 */
public record Matrix(
    List<Name> machines,
    List<Name> strategies,
    List<Name> workloads,
    List<Long> sizes,
    List<Integer> queueDepths,
    List<Integer> layers,
    List<Placement> placements,
    List<Touch> touches,
    Optional<ReplayMode> replay,
    OptionalLong operations) {

  /** Says nothing. */
  public static final Matrix UNSAID =
      new Matrix(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          OptionalLong.empty());

  /** A stack as it is where nobody says otherwise: two layers in user space that touch nothing. */
  static final Matrix STACK =
      new Matrix(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(2),
          List.of(Placement.USER),
          List.of(Touch.NOTHING),
          Optional.of(ReplayMode.ASAP),
          OptionalLong.empty());

  public Matrix {
    machines = List.copyOf(machines);
    strategies = List.copyOf(strategies);
    workloads = List.copyOf(workloads);
    sizes = List.copyOf(sizes);
    queueDepths = List.copyOf(queueDepths);
    layers = List.copyOf(layers);
    placements = List.copyOf(placements);
    touches = List.copyOf(touches);
  }

  /** This, and what the other says where this says nothing. */
  public Matrix or(Matrix other) {
    return new Matrix(
        or(machines, other.machines),
        or(strategies, other.strategies),
        or(workloads, other.workloads),
        or(sizes, other.sizes),
        or(queueDepths, other.queueDepths),
        or(layers, other.layers),
        or(placements, other.placements),
        or(touches, other.touches),
        replay.or(() -> other.replay),
        operations.isPresent() ? operations : other.operations);
  }

  /** The same with options; other workloads do not inherit sizes, depths and lengths of these. */
  Matrix changedBy(Matrix options) {
    return options.or(options.workloads.isEmpty() ? this : withoutShapeOfWorkloads());
  }

  Matrix withStrategies(List<Name> names) {
    return new Matrix(
        machines,
        names,
        workloads,
        sizes,
        queueDepths,
        layers,
        placements,
        touches,
        replay,
        operations);
  }

  private Matrix withoutShapeOfWorkloads() {
    return new Matrix(
        machines,
        strategies,
        workloads,
        List.of(),
        List.of(),
        layers,
        placements,
        touches,
        replay,
        OptionalLong.empty());
  }

  private static <T> List<T> or(List<T> said, List<T> otherwise) {
    return said.isEmpty() ? otherwise : said;
  }
}
