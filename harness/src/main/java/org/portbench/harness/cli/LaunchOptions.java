package org.portbench.harness.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.portbench.harness.duet.Effort;
import org.portbench.harness.experiment.Knob;
import picocli.CommandLine.Option;

/** How launches of fresh JVMs are made, for how long, and where they are kept. */
final class LaunchOptions {
  private static final long DEFAULT_SEED = 2003;
  private static final long NS_PER_SECOND = 1_000_000_000;

  @Option(
      names = "--budget",
      paramLabel = "SECONDS",
      description =
          "No block of launches starts after so long; what is not decided by then is inconclusive.")
  String budget;

  @Option(
      names = "--all-compilers",
      description =
          "Lets the JVMs compile as they do for users, which takes several times as long until"
              + " they are warm. Default: their first compiler alone.")
  boolean allCompilers;

  @Option(names = "--seed", paramLabel = "N", description = "Draws who begins each block.")
  String seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Where the results and each launch's times are kept; a directory that holds a run is"
            + " refused.",
        "Default: a new one in results/runs of portbench's own folder."
      })
  Path out;

  /** Whether another block may start; the time runs from now on. */
  BooleanSupplier timeLeft() {
    long startNs = System.nanoTime();
    return seconds()
        .<BooleanSupplier>map(s -> () -> System.nanoTime() - startNs < s * NS_PER_SECOND)
        .orElse(() -> true);
  }

  /** Reads it, so that what is wrong is said before anything is done. */
  Optional<Long> seconds() {
    return Optional.ofNullable(budget).map(new Knob("--budget")::seconds);
  }

  long seed() {
    return Optional.ofNullable(seed).map(new Knob("--seed")::seed).orElse(DEFAULT_SEED);
  }

  Effort effort() {
    return allCompilers ? Effort.ALL_COMPILERS : Effort.FIRST_COMPILER;
  }
}
