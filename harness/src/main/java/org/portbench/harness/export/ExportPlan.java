package org.portbench.harness.export;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.reports.export.Annotations;
import org.portbench.reports.export.Exports;
import org.portbench.reports.export.Format;

/** The exports that a user asked for: checked before anything is run, written once it has. */
public final class ExportPlan {
  private final List<AskedExport> asked;

  private ExportPlan(List<AskedExport> asked) {
    this.asked = asked;
  }

  /**
   * @param words as in {@code junit=out.xml}
   * @param known formats of what will be exported
   */
  public static ExportPlan of(
      List<String> words, List<Format> known, Map<String, String> environment) {
    List<AskedExport> asked =
        words.stream().map(word -> AskedExport.of(word, known, environment)).toList();
    Set<Object> places = new HashSet<>();
    for (AskedExport export : asked) {
      if (!places.add(export.target().place())) {
        throw new ExperimentException(
            "--export %s: another export goes to the same place".formatted(export.format().word()));
      }
    }
    return new ExportPlan(asked);
  }

  /** Whether standard output is an export's, so that nothing else may be printed there. */
  public boolean takesStandardOutput() {
    return asked.stream().anyMatch(export -> export.target() instanceof Target.StandardOutput);
  }

  /**
   * Writes all that can be written.
   *
   * @param out standard output
   * @param said where annotations go
   * @return what could not be written, a line each
   */
  public List<String> write(Exports exports, PrintStream out, PrintStream said) {
    if (asked.stream().anyMatch(export -> export.format() == Format.GITHUB)) {
      new Annotations(exports.verdicts()).lines().forEach(said::println);
    }
    return asked.stream()
        .map(export -> export.write(exports, out))
        .flatMap(Optional::stream)
        .toList();
  }
}
