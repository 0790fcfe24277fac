package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.portbench.results.Evidence;
import org.portbench.results.TrialResult;

/**
 * One side of a comparison.
 *
 * @param less a part of the number that is left out
 * @param of the strategies asked; of several the least value counts, and those that the run does
 *     not have are passed over
 * @param beyond a strategy whose value is subtracted; it must be there
 */
record Operand(Metric metric, Optional<Metric> less, List<String> of, Optional<String> beyond) {

  Reading in(Setting setting) {
    List<Evidence> evidence = new ArrayList<>();
    OptionalLong least = OptionalLong.empty();
    for (String strategy : of) {
      switch (valueOf(strategy, setting)) {
        case Reading.Value v -> {
          least = OptionalLong.of(Math.min(v.value(), least.orElse(Long.MAX_VALUE)));
          evidence.addAll(v.evidence());
        }
        case Reading.Missing m -> {
          if (of.size() == 1 || setting.cell(strategy).isPresent()) {
            return m;
          }
        }
      }
    }
    return least.isEmpty()
        ? new Reading.Missing("no cell of " + String.join(" or ", of))
        : without(least.getAsLong(), evidence, setting);
  }

  private Reading without(long value, List<Evidence> evidence, Setting setting) {
    long rest = value;
    if (beyond.isPresent()) {
      switch (valueOf(beyond.get(), setting)) {
        case Reading.Value v -> {
          rest -= v.value();
          evidence.addAll(v.evidence());
        }
        case Reading.Missing m -> {
          return m;
        }
      }
    }
    return new Reading.Value(rest, evidence);
  }

  private Reading valueOf(String strategy, Setting setting) {
    Optional<TrialResult> cell = setting.cell(strategy);
    if (cell.isEmpty()) {
      return new Reading.Missing("no cell of " + strategy);
    }
    if (!cell.get().passed()) {
      return new Reading.Missing(
          strategy + " " + cell.get().status().word() + " (" + cell.get().reason() + ")");
    }
    long rest = 0;
    List<Evidence> evidence = new ArrayList<>();
    for (Metric part : metrics()) {
      OptionalLong value = part.of(cell.get());
      if (value.isEmpty()) {
        return new Reading.Missing(part.missing(strategy));
      }
      rest = evidence.isEmpty() ? value.getAsLong() : rest - value.getAsLong();
      evidence.add(new Evidence(cell.get().id(), part.name(), value.getAsLong()));
    }
    return new Reading.Value(rest, evidence);
  }

  private List<Metric> metrics() {
    return Stream.concat(Stream.of(metric), less.stream()).toList();
  }

  /** What is asked for, in words. */
  String quantity() {
    return metric.words() + less.map(part -> " less the " + part.words()).orElse("");
  }

  /** Whose number it is, in words. */
  String subject() {
    String whose = of.size() == 1 ? of.getFirst() : "the least of " + Phrases.and(of);
    return whose + beyond.map(b -> " beyond " + b).orElse("");
  }
}
