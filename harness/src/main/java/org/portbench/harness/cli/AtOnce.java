package org.portbench.harness.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.portbench.harness.console.Ink;
import org.portbench.harness.console.Listings;
import org.portbench.harness.experiment.Plugins;

/** Answers that need no options: to read the commands' options takes longer than to start. */
final class AtOnce {
  private static final Map<String, Supplier<List<String>>> LISTS =
      Map.of(
          "machines", Listings::machines,
          "strategies", () -> Listings.strategies(Plugins.of(List.of()).strategies()),
          "workloads", Listings::workloads,
          "experiments", Listings::experiments,
          "targets", Listings::targets);

  private AtOnce() {}

  static Optional<List<String>> answer(List<String> args, Ink ink) {
    return switch (args.size()) {
      case 0 -> WrittenHelp.of(WrittenHelp.WHOLE, ink);
      case 1 -> isHelp(args.getFirst()) ? WrittenHelp.of(WrittenHelp.WHOLE, ink) : Optional.empty();
      case 2 -> answer(args.getFirst(), args.getLast(), ink);
      default -> Optional.empty();
    };
  }

  private static Optional<List<String>> answer(String command, String asked, Ink ink) {
    if (isHelp(asked) && Commands.names().contains(command)) {
      return WrittenHelp.of(command, ink);
    }
    return command.equals("list")
        ? Optional.ofNullable(LISTS.get(asked)).map(Supplier::get)
        : Optional.empty();
  }

  private static boolean isHelp(String word) {
    return word.equals("--help") || word.equals("-h");
  }
}
