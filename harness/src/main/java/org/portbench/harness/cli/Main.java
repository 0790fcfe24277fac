package org.portbench.harness.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portbench.hardware.cost.Nearest;
import org.portbench.hardware.cost.ProfileException;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.workload.WorkloadException;
import org.portbench.results.store.StoreException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where portbench starts. Whatever a user did wrong is one line and an exit code. */
public final class Main {
  private static final int HELP_WIDTH = 100;

  private Main() {}

  public static void main(String[] args) {
    int code = run(List.of(args), Surroundings.ofThisProcess());
    System.exit(code);
  }

  public static int run(List<String> args, Surroundings surroundings) {
    Optional<List<String>> atOnce = AtOnce.answer(args, surroundings.ink());
    atOnce.ifPresent(lines -> lines.forEach(surroundings.out()::println));
    return atOnce.isPresent() ? ExitCode.PASSED : parsed(args, surroundings);
  }

  /** Whatever is asked, by way of the options that the commands state. */
  static int parsed(List<String> args, Surroundings surroundings) {
    CommandLine commandLine = Commands.lineFor(new PortbenchCommand(surroundings, args), args);
    commandLine.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
    commandLine.setExpandAtFiles(false);
    commandLine.setUsageHelpWidth(HELP_WIDTH);
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(surroundings.ink().coloured() ? Ansi.ON : Ansi.OFF));
    commandLine.setParameterExceptionHandler((e, _) -> usage(e, surroundings));
    commandLine.setExecutionExceptionHandler((e, _, _) -> failure(e, surroundings));
    return commandLine.execute(args.toArray(String[]::new));
  }

  private static int usage(ParameterException e, Surroundings surroundings) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    say(surroundings, e.getMessage() + hint(e) + " see " + command + " --help");
    return ExitCode.USAGE;
  }

  private static String hint(ParameterException e) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      CommandSpec command = e.getCommandLine().getCommandSpec();
      Set<String> known = new TreeSet<>(command.optionsMap().keySet());
      known.addAll(command.subcommands().keySet());
      String hint = Nearest.hint(unmatched.getUnmatched().getFirst(), known);
      return hint.endsWith("?") ? "; " + hint : ";";
    }
    return ";";
  }

  private static int failure(Exception e, Surroundings surroundings) {
    if (surroundings.debugging()) {
      e.printStackTrace(surroundings.err());
    }
    return switch (e) {
      case ExperimentException _, WorkloadException _, ProfileException _ ->
          said(surroundings, e.getMessage(), ExitCode.USAGE);
      case StoreException stored ->
          said(
              surroundings,
              e.getMessage(),
              switch (stored.kind()) {
                case PATH, WRITING -> ExitCode.USAGE;
                case CONTENT -> ExitCode.UNREADABLE;
              });
      default ->
          said(
              surroundings,
              "a mistake of its own: " + e + "; PORTBENCH_DEBUG=1 shows where",
              ExitCode.INTERNAL);
    };
  }

  private static int said(Surroundings surroundings, String message, int code) {
    say(surroundings, message);
    return code;
  }

  private static void say(Surroundings surroundings, String message) {
    surroundings.err().println("portbench: " + ExperimentException.oneLine(message));
  }
}
