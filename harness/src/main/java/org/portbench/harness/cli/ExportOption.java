package org.portbench.harness.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.portbench.harness.export.ExportPlan;
import org.portbench.reports.export.Exports;
import org.portbench.reports.export.Format;
import org.portbench.results.store.StoreException;
import picocli.CommandLine.Option;

/** Results in formats of other tools, beside those that a command gives anyway. */
final class ExportOption {
  @Option(
      names = "--export",
      split = ",",
      hideParamSyntax = true,
      paramLabel = "FORMAT=FILE,...",
      description = {
        "Also writes what came of it in a format of other tools; FILE - is standard output, and"
            + " everything else is then said on standard error. May be repeated.",
        "jmh-json, benchstat: the numbers of a run, for tools that read JMH's or Go's benchmarks.",
        "csv: a row for each metric of each cell.",
        "junit: a test for each cell.",
        "github: a summary, appended to FILE or else to GITHUB_STEP_SUMMARY, and annotations.",
        "A comparison or gate has csv, junit and github. What cannot be written leaves all else"
            + " as it is, and ends with 2 where it would have ended with 0."
      })
  List<String> words = new ArrayList<>();

  /** Refuses what cannot be, before anything else is done. */
  Asked asked(List<Format> known, Surroundings surroundings) {
    return new Asked(ExportPlan.of(words, known, surroundings.environment()), surroundings);
  }

  /** What a user asked for. */
  record Asked(ExportPlan plan, Surroundings surroundings) {

    /** Where a command says what else it has to say. */
    PrintStream out() {
      return plan.takesStandardOutput() ? surroundings.err() : surroundings.out();
    }

    /** Reads what is needed to judge anything; if that fails, the exports say so, too. */
    <T> T read(String title, Supplier<T> reading) {
      try {
        return reading.get();
      } catch (StoreException e) {
        written(Exports.ofNothing(title, e.getMessage()), ExitCode.UNREADABLE);
        throw e;
      }
    }

    /**
     * Writes the exports.
     *
     * @param code of a command that has done everything else
     * @return what the command ends with
     */
    int written(Exports exports, int code) {
      List<String> troubles = plan.write(exports, surroundings.out(), out());
      troubles.forEach(trouble -> surroundings.err().println("portbench: " + trouble));
      return troubles.isEmpty() || code != ExitCode.PASSED ? code : ExitCode.USAGE;
    }
  }
}
