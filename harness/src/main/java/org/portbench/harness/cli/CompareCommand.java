package org.portbench.harness.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.portbench.harness.console.ComparisonText;
import org.portbench.harness.console.ScorePairsText;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.reports.export.Exports;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.ExactCell;
import org.portbench.results.exact.InputChange;
import org.portbench.results.exact.RunInputs;
import org.portbench.results.micro.ScorePairs;
import org.portbench.results.store.MicroStore;
import org.portbench.results.store.ResultStore;
import org.portbench.results.store.StoreException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows what differs between two stored runs. */
@Command(
    name = "compare",
    sortOptions = false,
    description = {
      "Compares two stored runs, cell by cell and to the last unit: modeled metrics are exact.",
      "Ends with 0 where every metric is the same, 1 where one is not, 4 where cells have no"
          + " counterpart, or the numbers behind their names differ, 5 where one failed.",
      "Two runs of micro are compared by their scores and how far these scatter: that is to read,"
          + " and ends with 0 whatever is slower; gate duet is what alarms."
    })
final class CompareCommand implements Callable<Integer> {
  @ParentCommand PortbenchCommand portbench;

  @Parameters(index = "0", paramLabel = "BASE", description = "The directory of a run.")
  Path base;

  @Parameters(index = "1", paramLabel = "HEAD", description = "The directory of another.")
  Path head;

  @Option(names = "--all", description = "Shows what is the same, too.")
  boolean all;

  @Option(
      names = "--any-inputs",
      description =
          "Compares cells of one name even where other numbers are behind it: a price, a workload.")
  boolean anyInputs;

  @Mixin ExportOption export;

  @Mixin HelpOption help;

  @Override
  public Integer call() {
    Surroundings surroundings = portbench.surroundings();
    if (MicroStore.isAt(base) && MicroStore.isAt(head)) {
      return scores(surroundings);
    }
    ExportOption.Asked exports = export.asked(Exports.OF_A_COMPARISON, surroundings);
    String title = "comparison of " + base + " with " + head;
    RunResult before = exports.read(title, () -> exact(base));
    RunResult after = exports.read(title, () -> exact(head));
    List<String> other = RunInputs.otherContent(before, after);
    Set<String> refused = anyInputs ? Set.of() : Set.copyOf(other);
    Comparison comparison = Comparison.of(passed(before, refused), passed(after, refused));
    List<InputChange> inputs = inputs(before, after, other);
    new ComparisonText(inputs, comparison, Integer.MAX_VALUE, all, surroundings.ink())
        .lines()
        .forEach(exports.out()::println);
    Refusal refusal = new Refusal(surroundings.err());
    refusal.incomplete(base, before);
    refusal.incomplete(head, after);
    refusal.failed(base.toString(), failed(before));
    refusal.failed(head.toString(), failed(after));
    refusal.otherInputs(refused, base, head);
    refusal.unmatched(comparison, base.toString(), head.toString());
    return exports.written(
        Exports.of(refusal.verdicts(title, inputs, comparison)), refusal.exitCode(comparison));
  }

  private int scores(Surroundings surroundings) {
    if (!export.words.isEmpty()) {
      throw new ExperimentException("--export: scores that are compared have no verdict to export");
    }
    ScorePairs pairs =
        ScorePairs.of(MicroStore.open(base).scores(), MicroStore.open(head).scores());
    new ScorePairsText(pairs).lines().forEach(surroundings.out()::println);
    pairs.onlyBase().forEach(name -> alone(surroundings, base, name, head));
    pairs.onlyHead().forEach(name -> alone(surroundings, head, name, base));
    return pairs.whole() ? ExitCode.PASSED : ExitCode.UNREADABLE;
  }

  private static void alone(Surroundings surroundings, Path has, String name, Path lacks) {
    surroundings
        .err()
        .println("portbench: " + has + ": " + name + " has no counterpart in " + lacks);
  }

  /** What was measured is never the same twice, and no counterpart of what was modeled. */
  private static RunResult exact(Path directory) {
    RunResult run = ResultStore.open(directory);
    if (!run.exact()) {
      throw new StoreException(
          StoreException.Kind.CONTENT,
          directory
              + ": was measured (tier "
              + run.tier()
              + "); compare is for exact results of the model");
    }
    return run;
  }

  private static List<InputChange> inputs(RunResult before, RunResult after, List<String> other) {
    List<InputChange> inputs =
        new ArrayList<>(InputChange.between(RunInputs.of(before), RunInputs.of(after)));
    if (!other.isEmpty()) {
      inputs.add(
          new InputChange(
              "content of " + other.getFirst(),
              "other numbers behind its names",
              other.size() == 1 ? "" : "and so of " + (other.size() - 1) + " more"));
    }
    return inputs;
  }

  private static List<ExactCell> passed(RunResult run, Set<String> without) {
    return run.cells().stream()
        .filter(TrialResult::passed)
        .filter(cell -> !without.contains(cell.id()))
        .map(ExactCell::of)
        .toList();
  }

  private static List<TrialResult> failed(RunResult run) {
    return run.cells().stream().filter(cell -> cell.status() == Status.FAILED).toList();
  }
}
