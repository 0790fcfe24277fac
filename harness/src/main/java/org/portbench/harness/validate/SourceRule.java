package org.portbench.harness.validate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Primitive;

/**
 * A figure that feeds a profile is no target of it. Nothing that a prediction needs comes from the
 * same work; what needs its parts from there does not name the figure itself. What the primitives'
 * counts come from counts as every profile's.
 */
record SourceRule(Target target, MachineProfile machine) {

  private record Input(String key, String source) {}

  /** What breaks it, if anything does. */
  Optional<String> broken() {
    return switch (target.kind()) {
      case PREDICTION ->
          feeding(target.work())
              .map(input ->
                  "a prediction from "
                      + target.work()
                      + ", from which "
                      + input.key
                      + " comes; it is a composition, or no target");
      case COMPOSITION, SIGN ->
          feeding(target.source())
              .map(input ->
                  target.source() + " is the source of " + input.key + "; it is no target");
      case UNPREDICTABLE -> Optional.empty();
    };
  }

  private Optional<Input> feeding(String work) {
    String wanted = work.toLowerCase(Locale.ROOT);
    return inputs()
        .filter(input -> input.source.toLowerCase(Locale.ROOT).contains(wanted))
        .findFirst();
  }

  private Stream<Input> inputs() {
    return Stream.concat(
        machine.numbers().stream()
            .map(n -> new Input(machine.name() + "'s " + n.key(), n.source())),
        Arrays.stream(Primitive.values())
            .map(p -> new Input("the count of " + p.name(), p.source())));
  }
}
