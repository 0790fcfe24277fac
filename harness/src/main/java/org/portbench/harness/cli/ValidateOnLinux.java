package org.portbench.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.console.AgreementText;
import org.portbench.harness.console.ConsoleObserver;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.Knob;
import org.portbench.harness.experiment.Machines;
import org.portbench.harness.experiment.Plugins;
import org.portbench.harness.linux.calibrate.Calibration;
import org.portbench.harness.linux.calibrate.Host;
import org.portbench.harness.linux.calibrate.ProfileFolder;
import org.portbench.harness.linux.compare.Comparison;
import org.portbench.harness.linux.compare.Grid;
import org.portbench.harness.linux.run.LinuxPlan;
import org.portbench.harness.linux.run.LinuxRun;
import org.portbench.harness.linux.sys.Architecture;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.reports.ValidationReport;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.store.ValidationStore;
import picocli.CommandLine.Option;

/** Holds the model against this machine, which is calibrated first where nobody names a profile. */
final class ValidateOnLinux {
  private static final String NAME = "validate";
  private static final String MEASURED = "measured";
  private static final String PROFILE = "this-machine.toml";
  private static final int REPETITIONS = 5;
  private static final int QUICK_REPETITIONS = 3;

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description = {
        "model: against published figures; linux: the model, with this machine's own prices,"
            + " against real processes on it. Default: model."
      })
  String tier = "model";

  @Option(
      names = "--profile",
      paramLabel = "FILE.toml",
      description = "Tier linux: what calibrate has written of this machine. Default: calibrates.")
  String profile;

  @Option(names = "--quick", description = "Tier linux: fewer sizes, stacks and repetitions.")
  boolean quick;

  @Option(
      names = "--transport",
      paramLabel = "HOW",
      description = "Tier linux: how messages cross, socket or ring. Default: socket.")
  String transport;

  @Option(
      names = "--device-dir",
      paramLabel = "DIR",
      description = "Tier linux: where the device's file is made. Default: the system's for such.")
  Path directory;

  boolean asked() {
    return switch (tier) {
      case "linux" -> true;
      case "model" -> {
        refuse("--profile", profile != null);
        refuse("--quick", quick);
        refuse("--transport", transport != null);
        refuse("--device-dir", directory != null);
        yield false;
      }
      default ->
          throw new ExperimentException("--tier: '" + tier + "': must be one of model, linux");
    };
  }

  private static void refuse(String option, boolean said) {
    if (said) {
      throw new ExperimentException(option + " needs --tier linux");
    }
  }

  int run(PortbenchCommand portbench, Plugins plugins, Path out) throws IOException {
    Architecture.unsupported()
        .ifPresent(why -> {
          throw new ExperimentException("--tier linux " + why);
        });
    Surroundings surroundings = portbench.surroundings();
    Optional<MachineProfile> given = Optional.ofNullable(profile).map(Machines::find);
    Path device =
        Optional.ofNullable(directory)
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    if (!Files.isDirectory(device)) {
      throw new ExperimentException("--device-dir " + device + ": no such directory");
    }
    LinuxPlan plan =
        new Grid(quick, transport(), quick ? QUICK_REPETITIONS : REPETITIONS, device)
            .plan(surroundings.environment());
    RunFolder folder = RunFolder.of(out, surroundings.home(), NAME);
    ValidationStore store = ValidationStore.create(folder.path());
    MachineProfile machine =
        given.orElseGet(() -> calibrated(surroundings, folder.path().resolve(PROFILE), device));
    Optional<RunResult> run = measured(portbench, plan, folder);
    if (run.isEmpty()) {
      return ExitCode.INTERRUPTED;
    }
    surroundings.err().println("portbench: the same cells in the model");
    Agreement agreement = new Comparison(plan, machine, plugins.strategies()).of(run.get().cells());
    store.keep(agreement);
    ValidationReport.write(agreement, folder.path());
    surroundings
        .out()
        .println(new AgreementText(agreement, folder.shown(), surroundings.ink()).text());
    boolean failed = run.get().cells().stream().anyMatch(cell -> cell.status() == Status.FAILED);
    return failed ? ExitCode.CELL_FAILED : ExitCode.PASSED;
  }

  private Transport transport() {
    return transport == null
        ? Transport.SOCKET
        : new Knob("--transport").choice(transport.toUpperCase(Locale.ROOT), Transport.values());
  }

  private MachineProfile calibrated(Surroundings surroundings, Path file, Path device) {
    surroundings.err().println("portbench: calibrating");
    ProfileFolder kept = ProfileFolder.of(file);
    int rounds = quick ? Calibration.QUICK_ROUNDS : Calibration.THOROUGH_ROUNDS;
    return kept.write(Host.here(), new Calibration(rounds, device).run(_ -> {}));
  }

  private static Optional<RunResult> measured(
      PortbenchCommand portbench, LinuxPlan plan, RunFolder folder) throws IOException {
    Surroundings surroundings = portbench.surroundings();
    RunFolder kept = new RunFolder(folder.path().resolve(MEASURED));
    RunEnvironment environment =
        new RunEnvironment(portbench.commandLine(), 1, kept, List.of(), surroundings);
    ConsoleObserver observer = surroundings.observer(NAME, plan.cells().size(), 1, kept.shown());
    return new LinuxRun(plan, kept.path(), portbench.args(), environment::facts, observer).run();
  }
}
