package org.portbench.harness.export;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portbench.hardware.cost.Nearest;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.reports.export.Exports;
import org.portbench.reports.export.Format;
import org.portbench.results.store.StoreException;
import org.portbench.results.store.Trouble;

/** A format and where it goes, as in {@code junit=out.xml}; what cannot be is refused at once. */
record AskedExport(Format format, Target target) {
  private static final String STANDARD_OUTPUT = "-";
  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

  /**
   * @param known formats of what is exported
   */
  static AskedExport of(String word, List<Format> known, Map<String, String> environment) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String place = equals < 0 ? "" : word.substring(equals + 1);
    Format format = format(name, known);
    Target target = format == Format.GITHUB ? summary(place, environment) : target(name, place);
    return new AskedExport(format, target);
  }

  /** What went wrong, if anything. */
  Optional<String> write(Exports exports, PrintStream out) {
    try {
      target.write(exports.text(format, target.roomBytes()), out);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("--export %s: not written: %s".formatted(format.word(), Trouble.of(e)));
    } catch (StoreException e) {
      return Optional.of("--export %s: not written: %s".formatted(format.word(), e.getMessage()));
    }
  }

  private static Format format(String name, List<Format> known) {
    Format format =
        Format.named(name)
            .orElseThrow(() -> {
              List<String> words = known.stream().map(Format::word).toList();
              return error("'%s': no such format; %s".formatted(name, Nearest.hint(name, words)));
            });
    if (!known.contains(format)) {
      throw error("%s: not of this command, which has %s".formatted(name, Format.words(known)));
    }
    return format;
  }

  private static Target summary(String place, Map<String, String> environment) {
    if (!place.isEmpty()) {
      return place.equals(STANDARD_OUTPUT)
          ? new Target.StandardOutput()
          : new Target.Appended(writable("github", place));
    }
    String summary = environment.getOrDefault(SUMMARY, "");
    if (summary.isEmpty()) {
      throw error(
          "github: "
              + SUMMARY
              + " is not set, as it is in GitHub's steps; name a file:"
              + " github=FILE");
    }
    return new Target.Appended(writable("github, by " + SUMMARY, summary));
  }

  private static Target target(String name, String place) {
    if (place.isEmpty()) {
      throw error("%s: no file; %s=FILE, or %s=- for standard output".formatted(name, name, name));
    }
    if (place.equals(STANDARD_OUTPUT)) {
      return new Target.StandardOutput();
    }
    Path path = writable(name, place);
    if (Files.exists(path)) {
      throw error("%s: %s exists already; name another file".formatted(name, path));
    }
    return new Target.NewFile(path);
  }

  /** A path at which a file may be, as far as one can know before. */
  private static Path writable(String name, String place) {
    Path path = path(name, place);
    if (Files.isDirectory(path)) {
      throw error("%s: %s is a directory; name a file".formatted(name, path));
    }
    Path folder = path.toAbsolutePath().normalize().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw error("%s: %s: %s is no directory".formatted(name, path, folder));
    }
    if (!Files.isWritable(Files.exists(path) ? path : folder)) {
      throw error("%s: %s: permission denied".formatted(name, path));
    }
    return path;
  }

  private static Path path(String name, String place) {
    try {
      return Path.of(place);
    } catch (InvalidPathException e) {
      throw error("%s: '%s': no path: %s".formatted(name, place, e.getReason()));
    }
  }

  private static ExperimentException error(String what) {
    return new ExperimentException("--export " + what);
  }
}
