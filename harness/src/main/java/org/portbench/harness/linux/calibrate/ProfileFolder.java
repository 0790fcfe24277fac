package org.portbench.harness.linux.calibrate;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.experiment.ExperimentException;

/** Where a profile is kept: a new file, there whole or not at all. */
public record ProfileFolder(Path path) {
  private static final String SUFFIX = ".toml";

  /**
   * Makes the directory.
   *
   * @throws ExperimentException for a file that exists, or whose name no machine could have
   */
  public static ProfileFolder of(Path path) {
    ProfileFolder file = new ProfileFolder(path.toAbsolutePath().normalize());
    if (!path.toString().endsWith(SUFFIX) || !file.machine().matches("[a-z0-9][a-z0-9.-]{0,59}")) {
      throw new ExperimentException(
          path + ": its name is the machine's: a to z, 0 to 9, hyphens and dots, and .toml");
    }
    if (Files.exists(path)) {
      throw new ExperimentException(path + ": exists; name a new file");
    }
    try {
      Files.createDirectories(file.directory());
    } catch (IOException e) {
      throw new ExperimentException(path + ": its directory cannot be made: " + e.getMessage());
    }
    return file;
  }

  public Path directory() {
    return path.getParent();
  }

  private String machine() {
    String name = path.getFileName().toString();
    return name.substring(0, Math.max(0, name.length() - SUFFIX.length()));
  }

  /** Writes the profile, and reads it again as everybody will. */
  public MachineProfile write(Host host, Calibration.Outcome outcome) {
    LocalDate date = LocalDate.now(ZoneId.systemDefault());
    MachineProfile measured = new MeasuredProfile(host, outcome, date).profile();
    String description = host.words() + ", calibrated " + date;
    String text =
        new ProfileFile(machine(), description, date.getYear()).text(measured, outcome.readings());
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try {
      Files.writeString(part, text);
      Files.move(part, path, ATOMIC_MOVE);
    } catch (IOException e) {
      throw new ExperimentException(path + ": cannot be written: " + e.getMessage());
    }
    return MachineProfiles.read(path);
  }

  /** As seen from the working directory. */
  public String shown() {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path).toString() : path.toString();
  }
}
