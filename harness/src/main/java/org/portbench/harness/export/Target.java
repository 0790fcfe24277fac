package org.portbench.harness.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.portbench.reports.export.StepSummary;
import org.portbench.results.store.StoreException;
import org.portbench.results.store.WholeFile;

/** Where an export goes. */
sealed interface Target {
  record StandardOutput() implements Target {}

  /** A file that is not there yet. */
  record NewFile(Path path) implements Target {}

  /** A file that others write to as well. */
  record Appended(Path path) implements Target {}

  /**
   * How much of a summary there is room for: GitHub counts what all commands of a step have
   * written.
   */
  default int roomBytes() throws IOException {
    return this instanceof Appended(Path path) && Files.exists(path)
        ? (int) Math.max(0, StepSummary.MOST_BYTES - Files.size(path))
        : StepSummary.MOST_BYTES;
  }

  default void write(String text, PrintStream out) throws IOException {
    switch (this) {
      case StandardOutput _ -> out.print(text);
      case NewFile(Path path) -> {
        if (Files.exists(path)) {
          throw new StoreException(
              StoreException.Kind.PATH, path + ": exists already; name another file");
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        new WholeFile(path).write(text);
      }
      case Appended(Path path) -> {
        if (text.getBytes(UTF_8).length > roomBytes()) {
          throw new StoreException(
              StoreException.Kind.PATH,
              path + ": has no room left of the 1,024 KiB that GitHub takes of a step");
        }
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      }
    }
  }

  /** Two that are the same place are equal. */
  default Object place() {
    return switch (this) {
      case StandardOutput same -> same;
      case NewFile(Path path) -> path.toAbsolutePath().normalize();
      case Appended(Path path) -> path.toAbsolutePath().normalize();
    };
  }
}
