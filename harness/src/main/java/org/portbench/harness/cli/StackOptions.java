package org.portbench.harness.cli;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portbench.harness.experiment.Knob;
import org.portbench.harness.run.StackKnob;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each knob of the stack, under its own name. */
final class StackOptions {
  private static final String HEADING = "%nThe stack, and how it is used:%n";

  private final CommandSpec command;

  private StackOptions(CommandSpec command) {
    this.command = command;
  }

  /** Adds the options to a command. */
  static StackOptions of(CommandSpec command, boolean lists) {
    var group = picocli.CommandLine.Model.ArgGroupSpec.builder().heading(HEADING).validate(false);
    for (StackKnob knob : StackKnob.values()) {
      group.addArg(option(knob, lists));
    }
    command.addArgGroup(group.build());
    return new StackOptions(command);
  }

  private static OptionSpec option(StackKnob knob, boolean lists) {
    OptionSpec.Builder option =
        OptionSpec.builder("--" + knob.option())
            .description(knob.description() + " Default: " + knob.initial() + ".");
    return lists
        ? option
            .type(List.class)
            .auxiliaryTypes(String.class)
            .splitRegex(",")
            .paramLabel(knob.parameter() + ",...")
            .hideParamSyntax(true)
            .build()
        : option.type(String.class).paramLabel(knob.parameter()).build();
  }

  Map<StackKnob, List<String>> words() {
    Map<StackKnob, List<String>> words = new EnumMap<>(StackKnob.class);
    for (StackKnob knob : StackKnob.values()) {
      String name = "--" + knob.option();
      words.put(knob, new Knob(name).words(knob, given(name)));
    }
    return words;
  }

  private List<String> given(String name) {
    return switch (Optional.ofNullable(command.findOption(name).getValue()).orElse(List.of())) {
      case List<?> list -> list.stream().map(String::valueOf).toList();
      case Object word -> List.of(String.valueOf(word));
    };
  }
}
