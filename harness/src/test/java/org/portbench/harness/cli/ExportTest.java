package org.portbench.harness.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExportTest {
  private static final int GITHUB_TAKES_BYTES = 1024 * 1024;

  @TempDir Path home;
  private TinySuite suite;

  @BeforeEach
  void makeASuite() throws IOException {
    suite = TinySuite.in(home);
  }

  @Test
  void aRunGivesOutEveryFormat_andAStoredRunTheSame() throws IOException {
    Told run =
        run(
            "run",
            "--export",
            "jmh-json=" + at("new/j.json") + ",benchstat=" + at("b.txt"),
            "--export",
            "junit=" + at("j.xml"),
            "--export",
            "csv=" + at("c.csv"),
            "--export",
            "github=" + at("s.md"));
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("CPU time per I/O"), run.out());
    assertEquals(text("run/results.csv"), text("c.csv"));
    assertTrue(text("s.md").startsWith("## ✓ run of tiny\n\n2 cells: 2 passed\n"), text("s.md"));
    Told report =
        Told.of(
            home,
            "report",
            at("run"),
            "--export",
            "jmh-json=%s,benchstat=%s,junit=%s,csv=%s,github=%s"
                .formatted(at("2.json"), at("2.txt"), at("2.xml"), at("2.csv"), at("2.md")));
    assertEquals(0, report.code(), report.err());
    assertEquals(text("new/j.json"), text("2.json"));
    assertEquals(text("b.txt"), text("2.txt"));
    assertEquals(text("j.xml"), text("2.xml"));
    assertEquals(text("c.csv"), text("2.csv"));
    assertEquals(text("s.md"), text("2.md"));
  }

  @Test
  void aRunThatIsCompleteGivesOutWhatIsAskedForBesideResume() throws IOException {
    run("run");
    Told told = Told.of(home, "run", "--resume", at("run"), "--export", "csv=-");
    assertEquals(0, told.code(), told.err());
    assertEquals(text("run/results.csv"), told.out());
  }

  @Test
  void whatGoesToStandardOutputIsAloneThere() throws IOException {
    Told run = run("run", "--export", "csv=-,github=" + at("s.md"));
    assertEquals(0, run.code(), run.err());
    assertEquals(text("run/results.csv"), run.out());
    assertTrue(run.err().contains("CPU time per I/O"), run.err());
  }

  @Test
  void aChangeIsAFailureInTheReportAndAnAnnotation() throws IOException {
    assertEquals(0, suite.gate("update").code());
    Told same = check(Map.of(), "--export", "junit=" + at("same.xml"));
    assertEquals(0, same.code(), same.err());
    assertTrue(text("same.xml").contains("tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"0\""));

    suite.machine("system_call_ns", "670", "671");
    Files.writeString(home.resolve("step.md"), "before\n");
    Told changed =
        check(
            Map.of("GITHUB_STEP_SUMMARY", at("step.md")),
            "--export",
            "github,junit=" + at("changed.xml") + ",csv=" + at("changed.csv"));
    assertEquals(1, changed.code(), changed.err());
    assertTrue(text("changed.xml").contains("tests=\"2\" failures=\"2\""));
    assertTrue(
        text("step.md").startsWith("before\n## ✗ gate check of tiny\n\n2 cells: 2 failed\n"));
    assertTrue(text("step.md").contains("\n- machine mine cpu.system\\_call\\_ns: 670 → 671\n"));
    assertTrue(text("changed.csv").contains(",totalsPs.trap,smaller,"));
    List<String> annotations = changed.out().lines().filter(line -> line.startsWith("::")).toList();
    assertEquals(2, annotations.size(), changed.out());
    assertTrue(annotations.getFirst().startsWith("::error title=failed%3A mine/"));
  }

  @Test
  void withoutABaselineTheReportHasAnErrorAndNoPass() throws IOException {
    Told told = check(Map.of(), "--export", "junit=" + at("j.xml"));
    assertEquals(4, told.code());
    assertTrue(text("j.xml").contains("tests=\"1\" failures=\"0\" errors=\"1\""), text("j.xml"));
    assertTrue(text("j.xml").contains("tiny.json: cannot be read"), text("j.xml"));
  }

  @Test
  void aComparisonOfOtherCellsHasErrors() throws IOException {
    run("base");
    run("head", "--strategy", "copy");
    Told told = Told.of(home, "compare", at("base"), at("head"), "--export", "junit=-");
    assertEquals(4, told.code());
    assertTrue(told.out().startsWith("<?xml "), told.out());
    assertTrue(told.out().contains("only the base has this cell"), told.out());
    assertTrue(told.out().contains("tests=\"2\" failures=\"0\" errors=\"1\""), told.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '"',
      value = {
        "junit -> junit: no file; junit=FILE, or junit=- for standard output",
        "junit= -> junit: no file; junit=FILE, or junit=- for standard output",
        "csvv=x.csv -> 'csvv': no such format; did you mean csv?",
        "=x -> '': no such format; known are jmh-json, benchstat, junit, github, csv",
        "github -> github: GITHUB_STEP_SUMMARY is not set",
        "csv=@/tiny.toml -> csv: @/tiny.toml exists already; name another file",
        "csv=@ -> csv: @ is a directory; name a file",
        "github=@ -> github: @ is a directory; name a file",
        "csv=@/tiny.toml/x.csv -> csv: @/tiny.toml/x.csv: @/tiny.toml is no directory",
        "csv=@/a,junit=@/b/../a -> junit: another export goes to the same place",
        "csv=-,junit=- -> junit: another export goes to the same place"
      })
  void whatCannotBeIsRefusedBeforeAnythingIsRun(String word, String said) {
    Told told = run("run", "--export", word.replace("@", home.toString()));
    assertEquals(2, told.code());
    String line = told.oneLine();
    assertTrue(line.startsWith("portbench: --export " + said.replace("@", home.toString())), line);
    assertFalse(Files.exists(home.resolve("run")));
  }

  @Test
  void aComparisonHasNoBenchmarks() {
    Told told = check(Map.of(), "--export", "jmh-json=" + at("x"));
    assertEquals(2, told.code());
    assertEquals(
        "portbench: --export jmh-json: not of this command, which has junit, github, csv",
        told.oneLine());
  }

  /** A file that the run itself writes cannot be known before. */
  @Test
  void whatCannotBeWrittenLeavesTheRunAndTheOtherExports() throws IOException {
    Told told = run("run", "--export", "csv=" + at("run/results.csv") + ",junit=" + at("j.xml"));
    assertEquals(2, told.code());
    assertEquals(
        "portbench: --export csv: not written: "
            + at("run/results.csv")
            + ": exists already; name another file",
        told.err().lines().toList().getLast());
    assertTrue(text("run/run.json").endsWith("}\n"));
    assertTrue(text("run/results.csv").startsWith("cell,tier,"));
    assertTrue(text("j.xml").contains("tests=\"2\""));
  }

  @Test
  void anExportThatFailsHidesNoRegression() throws IOException {
    run("base");
    suite.machine("system_call_ns", "670", "671");
    run("head");
    Path full = home.resolve("full.md");
    Files.writeString(full, "x".repeat(GITHUB_TAKES_BYTES));
    Told told =
        Told.of(
            home, "compare", at("base"), at("head"), "--any-inputs", "--export", "github=" + full);
    assertEquals(1, told.code(), told.err());
    assertEquals(
        "portbench: --export github: not written: "
            + full
            + ": has no room left of the 1,024 KiB that GitHub takes of a step",
        told.err().strip());
    assertEquals(GITHUB_TAKES_BYTES, Files.size(full));
  }

  private Told run(String directory, String... more) {
    List<String> args =
        new ArrayList<>(List.of("run", suite.file().toString(), "--out", at(directory)));
    args.addAll(List.of(more));
    return Told.of(home, args.toArray(String[]::new));
  }

  private Told check(Map<String, String> environment, String... more) {
    List<String> args =
        new ArrayList<>(List.of("gate", "check", "--suite", suite.file().toString()));
    args.addAll(List.of(more));
    return Told.of(home, environment, args.toArray(String[]::new));
  }

  private String at(String name) {
    return home.resolve(name).toString();
  }

  private String text(String name) throws IOException {
    return Files.readString(home.resolve(name));
  }
}
