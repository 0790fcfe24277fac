package org.portbench.harness.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.portbench.harness.console.DuetProgress;
import org.portbench.harness.console.DuetText;
import org.portbench.harness.duet.Build;
import org.portbench.harness.duet.Builds;
import org.portbench.harness.duet.DuetSession;
import org.portbench.harness.duet.Ending;
import org.portbench.harness.duet.FreshJvms;
import org.portbench.harness.duet.Scratch;
import org.portbench.harness.duet.TimedCells;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.Knob;
import org.portbench.reports.export.Exports;
import org.portbench.results.gate.DuetReport;
import org.portbench.results.store.DuetStore;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Compares how fast two builds are. */
@Command(
    name = "duet",
    sortOptions = false,
    description = {
      "Measures two builds of portbench by the wall clock, in fresh JVMs that take turns, and says"
          + " of each cell whether the head is slower by more than 3 %% (tails: 5 %%).",
      "Ends with 0 where nothing is slower, 1 where something is, 3 where the machine is too"
          + " restless or the time too short to say, 4 where a build lacks what is measured, 5"
          + " where it fails at it."
    })
final class GateDuetCommand implements Callable<Integer> {
  @ParentCommand GateCommand gate;

  @Option(
      names = "--base",
      paramLabel = "JAR|GIT-REF",
      description = {
        "What to compare with: harness/target/portbench.jar of another checkout, or a commit of"
            + " this one, which is built in a folder of its own."
      })
  String base;

  @Option(
      names = "--head",
      paramLabel = "JAR|GIT-REF",
      description = "What is compared. Default: this build.")
  String head;

  @Option(
      names = "--cells",
      paramLabel = "PATTERN[,...]",
      description =
          "Only cells whose names hold a match of one of these regular expressions, of all that"
              + " --list names. Default: copy, mach-3 and vm-object at 4k and 64k, the event queue,"
              + " and how long --help takes.")
  String patterns;

  @Option(names = "--list", description = "Lists the cells' names and measures none.")
  boolean list;

  @Option(
      names = "--blocks",
      paramLabel = "N",
      description =
          "Undisturbed blocks of four launches each, in both stages; half as many more replace"
              + " disturbed ones. Default: 12.")
  String blocks;

  @Mixin LaunchOptions options;

  @Mixin ExportOption export;

  @Mixin HelpOption help;

  @Override
  public Integer call() {
    Surroundings surroundings = gate.portbench.surroundings();
    ExportOption.Asked exports = export.asked(Exports.OF_A_COMPARISON, surroundings);
    TimedCells all = all();
    TimedCells chosen = patterns == null ? all.usual() : all.matching(patterns);
    if (list) {
      (patterns == null ? all : chosen)
          .all()
          .forEach(cell -> surroundings.out().println(cell.name()));
      return ExitCode.PASSED;
    }
    if (base == null) {
      throw new ExperimentException(
          "gate duet needs --base: a jar or a git ref to compare with, such as --base HEAD~1");
    }
    Optional<Integer> wanted = Optional.ofNullable(blocks).map(new Knob("--blocks")::blocks);
    options.seconds();
    long seed = options.seed();
    RunFolder folder = RunFolder.of(options.out, surroundings.home(), "duet");
    DuetProgress progress = new DuetProgress(surroundings.err());
    try (Ending ending = new Ending()) {
      Builds builds = new Builds(surroundings.home(), progress::say);
      ending.always(builds::close);
      Build before = builds.named(base);
      Build after = head == null ? Build.thisOne() : builds.named(head);
      Scratch scratch = new Scratch();
      ending.always(scratch::close);
      FreshJvms jvms = new FreshJvms(scratch.folder(), options.effort());
      DuetStore store = DuetStore.create(folder.path());
      ending.always(store::close);
      DuetSession session =
          new DuetSession(
              before, after, jvms::measured, store, progress, gate.environment(folder)::facts);
      ending.ifInterrupted(() -> {
        jvms.stop();
        progress.interrupted(session.kept(false), folder.shown());
      });
      DuetReport report =
          session.run(
              chosen.all(),
              rule -> wanted.map(n -> rule.withBlocks(n, n + n / 2)).orElse(rule),
              seed,
              options.timeLeft());
      new DuetText(report, folder.shown(), surroundings.ink())
          .lines()
          .forEach(exports.out()::println);
      return exports.written(Exports.of(report), ExitCode.of(report.verdicts().values()));
    }
  }

  private static TimedCells all() {
    return TimedCells.of(
        new Strategies(GateDuetCommand.class.getClassLoader())
            .all().stream().map(MessagingStrategy::name).toList());
  }
}
