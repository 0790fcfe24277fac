package org.portbench.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import org.portbench.harness.console.CharacteristicsText;
import org.portbench.harness.console.DuetProgress;
import org.portbench.harness.duet.Build;
import org.portbench.harness.duet.Calibration;
import org.portbench.harness.duet.Ending;
import org.portbench.harness.duet.FreshJvms;
import org.portbench.harness.duet.Machine;
import org.portbench.harness.duet.Scratch;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.Knob;
import org.portbench.results.gate.LaunchException;
import org.portbench.results.gate.replay.Characteristics;
import org.portbench.results.store.CharacteristicsFile;
import org.portbench.results.store.DuetStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures how far the wall-clock gate can be trusted. */
@Command(
    name = "calibrate",
    sortOptions = false,
    description = {
      "Compares this build with itself, by gate duet's rule: unchanged, delayed by 1, 3, 5, 10 and"
          + " 20 %% of a read's time, delayed in its tail only, and made faster. Says how often"
          + " that alarms, falsely or rightly, with the limits that chance leaves.",
      "Ends with 0 when it has measured, 5 where a JVM fails."
    })
final class GateCalibrateCommand implements Callable<Integer> {
  private static final int DEFAULT_REPETITIONS = 5;

  /** What does not matter to who reads the figures somewhere else. */
  private static final Set<String> ELSEWHERE = Set.of("directory", "workingDirectory", "host");

  @ParentCommand GateCommand gate;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      description =
          "Whole duets of each effect, at most; one of all takes five to ten minutes. Default: 5.")
  String repetitions;

  @Option(
      names = "--write",
      paramLabel = "FILE",
      description = "Writes the result there, too, such as results/gate-characteristics.json.")
  Path write;

  @Mixin LaunchOptions options;

  @Mixin HelpOption help;

  @Override
  public Integer call() {
    Surroundings surroundings = gate.portbench.surroundings();
    int most =
        Optional.ofNullable(repetitions)
            .map(new Knob("--repetitions")::repetitions)
            .orElse(DEFAULT_REPETITIONS);
    options.seconds();
    long seed = options.seed();
    mustBeWritable();
    RunFolder folder = RunFolder.of(options.out, surroundings.home(), "calibrate");
    DuetProgress progress = new DuetProgress(surroundings.err());
    try (Ending ending = new Ending()) {
      Scratch scratch = new Scratch();
      ending.always(scratch::close);
      FreshJvms jvms = new FreshJvms(scratch.folder(), options.effort());
      DuetStore store = DuetStore.create(folder.path());
      ending.always(store::close);
      Map<String, String> machine =
          Map.of("cpu", Machine.cpu(), "loadAverageAtStart", Machine.loadAverage());
      RunEnvironment environment = gate.environment(folder);
      Calibration calibration =
          new Calibration(
              Build.thisOne(), jvms::measured, store, progress, () -> facts(environment, machine));
      ending.ifInterrupted(() -> {
        jvms.stop();
        calibration.kept();
        progress.say("interrupted: what was measured is kept in " + folder.shown());
      });
      Characteristics measured = calibration.run(most, seed, options.timeLeft());
      Optional.ofNullable(write).ifPresent(file -> new CharacteristicsFile(file).write(measured));
      new CharacteristicsText(measured, surroundings.ink())
          .lines()
          .forEach(surroundings.out()::println);
      return ExitCode.PASSED;
    } catch (LaunchException e) {
      progress.say(e.getMessage());
      return ExitCode.CELL_FAILED;
    }
  }

  /** Asked for before an hour of measuring, not after it. */
  private void mustBeWritable() {
    if (write == null) {
      return;
    }
    Path parent = write.toAbsolutePath().getParent();
    if (!Files.isDirectory(parent) || Files.isDirectory(write)) {
      throw new ExperimentException(
          "--write " + write + ": must be a file in a folder that exists");
    }
  }

  /** The load is a part of the machine: what others did on it meanwhile. */
  private static SortedMap<String, String> facts(
      RunEnvironment environment, Map<String, String> machine) {
    SortedMap<String, String> facts = environment.facts();
    facts.keySet().removeAll(ELSEWHERE);
    facts.putAll(machine);
    facts.put("loadAverageAtEnd", Machine.loadAverage());
    return facts;
  }
}
