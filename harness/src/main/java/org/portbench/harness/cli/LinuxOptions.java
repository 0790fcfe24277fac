package org.portbench.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.experiment.Knob;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.run.LinuxLists;
import org.portbench.harness.linux.transport.Transport;
import picocli.CommandLine.Option;

/** On which kernel an experiment runs: the model's, or this machine's. */
final class LinuxOptions {
  private static final int REPETITIONS = 5;

  @Option(
      names = "--tier",
      paramLabel = "TIER",
      description = {
        "model, or linux: the same requests through real processes on this machine."
            + " Default: model."
      })
  String tier = "model";

  @Option(
      names = "--transport",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "HOW,...",
      description = "Tier linux: how messages cross, socket or ring. Default: socket.")
  List<String> transports = new ArrayList<>();

  @Option(
      names = "--device",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "WHAT,...",
      description = {
        "Tier linux: file (with O_DIRECT), sink-header (the driver looks at one word) or sink-data"
            + " (it reads all). Default: file."
      })
  List<String> devices = new ArrayList<>();

  @Option(
      names = "--device-dir",
      paramLabel = "DIR",
      description = "Tier linux: where the device's file is made. Default: the system's for such.")
  Path directory;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      description = "Tier linux: how often each cell is measured, in turns. Default: 5.")
  String repetitions;

  boolean linux() {
    return switch (tier) {
      case "linux" -> true;
      case "model" -> {
        requireNoneOfLinux();
        yield false;
      }
      default ->
          throw new ExperimentException("--tier: '" + tier + "': must be one of model, linux");
    };
  }

  private void requireNoneOfLinux() {
    refuse("--transport", !transports.isEmpty());
    refuse("--device", !devices.isEmpty());
    refuse("--device-dir", directory != null);
    refuse("--repetitions", repetitions != null);
  }

  private static void refuse(String option, boolean said) {
    if (said) {
      throw new ExperimentException(option + " needs --tier linux");
    }
  }

  LinuxLists lists() {
    Path place =
        Optional.ofNullable(directory)
            .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    if (!Files.isDirectory(place)) {
      throw new ExperimentException("--device-dir " + place + ": no such directory");
    }
    return new LinuxLists(
        transports.isEmpty()
            ? List.of(Transport.SOCKET)
            : transports.stream().map(LinuxOptions::transport).toList(),
        devices.isEmpty()
            ? List.of(DeviceKind.FILE)
            : devices.stream().map(LinuxOptions::device).toList(),
        Optional.ofNullable(repetitions).map(new Knob("--repetitions")::jobs).orElse(REPETITIONS),
        place);
  }

  private static Transport transport(String word) {
    return new Knob("--transport").choice(word.toUpperCase(Locale.ROOT), Transport.values());
  }

  private static DeviceKind device(String word) {
    return DeviceKind.of(word)
        .orElseThrow(() ->
            new ExperimentException(
                "--device: '" + word + "': must be one of file, sink-header, sink-data"));
  }
}
