package org.portbench.harness.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.IntStream;
import org.portbench.harness.experiment.ExperimentException;

/** Where a run is kept: where the user says, or in a new folder named after time and experiment. */
record RunFolder(Path path) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

  static RunFolder of(Path chosen, Path home, String experiment) {
    if (chosen != null) {
      if (chosen.toString().isEmpty()) {
        throw new ExperimentException("--out '': no directory; name a new one");
      }
      return new RunFolder(chosen);
    }
    Path runs = home.resolve("results").resolve("runs");
    String name = TIME.format(LocalDateTime.now(ZoneId.systemDefault())) + "-" + experiment;
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> runs.resolve(number == 1 ? name : name + "-" + number))
        .filter(path -> !Files.exists(path))
        .findFirst()
        .map(RunFolder::new)
        .orElseThrow();
  }

  /** As seen from the working directory. */
  String shown() {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
  }
}
