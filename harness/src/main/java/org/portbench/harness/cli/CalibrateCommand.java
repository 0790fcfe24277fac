package org.portbench.harness.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.portbench.harness.console.CalibrationText;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.linux.calibrate.Calibration;
import org.portbench.harness.linux.calibrate.CalibrationException;
import org.portbench.harness.linux.calibrate.Host;
import org.portbench.harness.linux.calibrate.ProfileFolder;
import org.portbench.harness.linux.sys.Architecture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Measures this machine into a profile. */
@Command(
    name = "calibrate",
    sortOptions = false,
    customSynopsis = "portbench calibrate [OPTIONS]",
    description = {
      "Measures on this machine, under Linux, what the steps of a data path take: system calls,",
      "switches, messages, copies, mappings, faults, shootdowns, pins, splices, the device.",
      "Writes a machine profile, which run --machine FILE.toml and validate --profile take, and",
      "shows each value, its spread, and which are too noisy to trust. No root is needed; what",
      "the kernel refuses is an estimate in the profile, and said. Exit codes: 0 a profile is",
      "written, however noisy; 2 not Linux, or FILE cannot be written; 70 the measuring broke off."
    })
final class CalibrateCommand implements Callable<Integer> {
  private static final String NAME = "calibrate";
  private static final String MACHINE = "this-machine";

  @ParentCommand PortbenchCommand portbench;

  @Option(names = "--quick", description = "A rough look in seconds, instead of a minute.")
  boolean quick;

  @Option(
      names = "--out",
      paramLabel = "FILE.toml",
      description = {
        "Where the profile is kept; a file that exists is refused. Its name is the machine's.",
        "Default: results/runs/TIME-calibrate/this-machine.toml in portbench's own folder."
      })
  Path out;

  @Option(
      names = "--device",
      paramLabel = "DIR",
      description =
          "Where the file for the device's latency is made, for as long as that takes. Default:"
              + " where the profile is kept.")
  Path device;

  @Mixin HelpOption help;

  @Override
  public Integer call() {
    Architecture.unsupported()
        .ifPresent(why -> {
          throw new ExperimentException("calibrate " + why);
        });
    Surroundings surroundings = portbench.surroundings();
    ProfileFolder file = ProfileFolder.of(chosen(surroundings));
    Path directory = device == null ? file.directory() : device;
    if (!Files.isDirectory(directory)) {
      throw new ExperimentException("--device " + directory + ": no such directory");
    }
    Host host = Host.here();
    int rounds = quick ? Calibration.QUICK_ROUNDS : Calibration.THOROUGH_ROUNDS;
    PrintStream err = surroundings.err();
    err.printf("portbench: measuring %s%n", host.words());
    Calibration.Outcome outcome;
    try {
      outcome = new Calibration(rounds, directory).run(done -> progress(err, done, rounds));
    } catch (CalibrationException e) {
      err.println("portbench: " + e.getMessage());
      return ExitCode.INTERNAL;
    }
    file.write(host, outcome);
    surroundings
        .out()
        .println(
            new CalibrationText(outcome.readings(), host.words(), file.shown(), surroundings.ink())
                .text());
    return ExitCode.PASSED;
  }

  private Path chosen(Surroundings surroundings) {
    return out == null
        ? RunFolder.of(null, surroundings.home(), NAME).path().resolve(MACHINE + ".toml")
        : out;
  }

  private static void progress(PrintStream err, int done, int rounds) {
    if (done > 0 && done % 10 == 0) {
      err.printf("portbench: %d of %d rounds%n", done, rounds);
    }
  }
}
