package org.portbench.harness.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.portbench.hardware.cost.Nearest;
import org.portbench.harness.console.ClaimText;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.ExperimentRun;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.RunResult;
import org.portbench.results.store.ResultStore;
import org.portbench.results.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints the verdicts of a stored run. */
@Command(
    name = "claims",
    sortOptions = false,
    description = {
      "Prints what a stored run says about each claim.",
      "The verdict, what was found, where it holds, whether it survives other estimates, and what"
          + " must be known to be fair."
    })
final class ClaimsCommand implements Callable<Integer> {
  @ParentCommand PortbenchCommand portbench;

  @Parameters(paramLabel = "RUN", description = "The directory of a run.")
  Path run;

  @Option(
      names = "--id",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "ID,...",
      description = "Only these claims: D7.")
  List<String> ids = List.of();

  @Mixin HelpOption help;

  @Override
  public Integer call() {
    RunResult stored = ResultStore.open(run);
    List<ClaimVerdict> claims = claims(stored);
    List<ClaimVerdict> chosen =
        ids.isEmpty() ? claims : ids.stream().map(id -> claim(id, claims)).toList();
    Surroundings surroundings = portbench.surroundings();
    for (int i = 0; i < chosen.size(); i++) {
      surroundings.out().print(i > 0 ? "\n" : "");
      surroundings.out().println(new ClaimText(chosen.get(i), surroundings.ink()).text());
    }
    return ExitCode.PASSED;
  }

  /** A run that was interrupted has not been judged yet. */
  private List<ClaimVerdict> claims(RunResult stored) {
    if (stored.cells().isEmpty()) {
      throw new StoreException(
          StoreException.Kind.CONTENT,
          run + ": has no cells, so nothing can be said of any claim; run the experiment again");
    }
    return stored.claims().isEmpty() ? ExperimentRun.judged(stored).claims() : stored.claims();
  }

  private static ClaimVerdict claim(String id, List<ClaimVerdict> claims) {
    List<String> known = claims.stream().map(ClaimVerdict::id).toList();
    return claims.stream()
        .filter(claim -> claim.id().equals(id))
        .findFirst()
        .orElseThrow(() ->
            new ExperimentException(
                "--id '%s': no such claim; %s".formatted(id, Nearest.hint(id, known))));
  }
}
