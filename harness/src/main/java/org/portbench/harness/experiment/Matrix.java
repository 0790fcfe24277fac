package org.portbench.harness.experiment;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.portbench.harness.run.StackKnob;
import org.portbench.harness.workload.ReplayMode;

/**
 * Lists whose every combination is a cell. A list that is empty says nothing: somebody else, an
 * experiment or a default, says it.
 *
 * @param strategies unsaid, all that there are
 * @param sizes of the requests of built-in workloads, in bytes; unsaid, their own
 * @param queueDepths of closed loops; unsaid, the workload's own
 * @param stack where each knob of the stack is to stand; unsaid, where nobody has turned it
 * @param operations how many reads and writes a cell measures; unsaid, {@link DefaultOperations}
 */
public record Matrix(
    List<Name> machines,
    List<Name> strategies,
    List<Name> workloads,
    List<Long> sizes,
    List<Integer> queueDepths,
    Map<StackKnob, List<String>> stack,
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
          Map.of(),
          Optional.empty(),
          OptionalLong.empty());

  public Matrix {
    machines = List.copyOf(machines);
    strategies = List.copyOf(strategies);
    workloads = List.copyOf(workloads);
    sizes = List.copyOf(sizes);
    queueDepths = List.copyOf(queueDepths);
    Map<StackKnob, List<String>> turned = new EnumMap<>(StackKnob.class);
    stack.forEach((knob, words) -> {
      if (!words.isEmpty()) {
        turned.put(knob, List.copyOf(words));
      }
    });
    stack = Collections.unmodifiableMap(turned);
  }

  /** Where a knob is to stand. */
  public List<String> stack(StackKnob knob) {
    return stack.getOrDefault(knob, List.of(knob.initial()));
  }

  /** This, and what the other says where this says nothing. */
  public Matrix or(Matrix other) {
    Map<StackKnob, List<String>> either = new EnumMap<>(StackKnob.class);
    either.putAll(other.stack);
    either.putAll(stack);
    return new Matrix(
        or(machines, other.machines),
        or(strategies, other.strategies),
        or(workloads, other.workloads),
        or(sizes, other.sizes),
        or(queueDepths, other.queueDepths),
        either,
        replay.or(() -> other.replay),
        operations.isPresent() ? operations : other.operations);
  }

  /** The same with options; other workloads do not inherit sizes, depths and lengths of these. */
  Matrix changedBy(Matrix options) {
    return options.or(options.workloads.isEmpty() ? this : withoutShapeOfWorkloads());
  }

  Matrix withStrategies(List<Name> names) {
    return new Matrix(machines, names, workloads, sizes, queueDepths, stack, replay, operations);
  }

  private Matrix withoutShapeOfWorkloads() {
    return new Matrix(
        machines, strategies, workloads, List.of(), List.of(), stack, replay, OptionalLong.empty());
  }

  private static <T> List<T> or(List<T> said, List<T> otherwise) {
    return said.isEmpty() ? otherwise : said;
  }
}
