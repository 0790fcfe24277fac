package org.portbench.harness.experiment;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A machine, strategy or workload as somebody wrote it.
 *
 * @param where a file and line to begin a message with; empty on a command line
 */
public record Name(String text, String where) {

  public static Name typed(String text) {
    return new Name(text, "");
  }

  ExperimentException error(String what) {
    return new ExperimentException(where.isEmpty() ? what : where + ": " + what);
  }

  /** Whether this names a file of one of these kinds rather than something built in. */
  public boolean isFile(String... endings) {
    for (String ending : endings) {
      if (text.endsWith(ending)) {
        return true;
      }
    }
    return text.contains("/");
  }

  Path path() {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw error("'" + text + "': not a path");
    }
  }
}
