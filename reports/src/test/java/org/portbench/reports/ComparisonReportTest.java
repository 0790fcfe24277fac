package org.portbench.reports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.reports.SyntheticRun.Load;
import org.portbench.results.MachineNumber;
import org.portbench.results.RunResult;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;

class ComparisonReportTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'&|`]]>\u0007.iolog";

  @TempDir Path directory;

  @Test
  void theAnswerComesFirstThenTroubleThenVerdictsThenMachinesThenTheRest() throws IOException {
    write(SyntheticRun.usual());
    assertInOrder(
        markdown(),
        "# dillon-2003",
        "Matt Dillon’s main claim, that a user-space VFS stack comes within 10 % of an in-kernel"
            + " one (D7), holds within limits: on pc-2003 for requests of 64 KiB and more, on"
            + " server-2024 nowhere. What vm-object adds to the in-kernel stack ",
        "One I/O takes ×1.52 to ×1.71 the CPU time of the in-kernel stack",
        " with vm-object, ×3.17 to ×4.71 with mach-3, ×2.26 to ×10.4 with copy.",
        "Of 4 claims, 1 holds, 1 holds within limits, 1 does not hold, 1 is not decided.",
        "1 of 50 cells failed",
        "payload mismatch at byte 4096 of operation 17",
        "## Verdicts",
        "flips with half interrupt entry (pc-2003); where it holds moves with half work of Mach"
            + " send (server-2024)",
        "| On pc-2003 vm-object takes ×1.52 to ×1.71 the CPU time of direct. | on pc-2003 for",
        "What was asked of each claim, notes of fairness, all numbers and all workloads:",
        "- **D7** holds within limits",
        "  - asked: at most 110 % of direct",
        "  - met on pc-2003: randread-64k",
        "### Estimates that matter",
        "## At a glance",
        "charts/overview-by-size.png",
        "## By size",
        "charts/cost-by-size-pc-2003.png",
        "### Where the answer changes with size",
        "| pc-2003 · randread | 8.1 KiB | copy | mach-3 | ",
        "## pc-2003",
        "charts/cpu-per-io-pc-2003.png",
        "charts/cpu-time-pc-2003.png",
        "charts/latency-pc-2003.png",
        "### randread-4k",
        "## server-2024",
        "## Parameters",
        "| `cpu.system_call_ns` | 430 ns | verified | lmbench tables of the time |",
        "## Notes on the workloads",
        "## Environment",
        "## How to repeat it",
        "./harness/portbench run dillon-2003 --seed 1");
  }

  @Test
  void whereTheDeviceIsTheBottleneckCpuTimeComesFirst() throws IOException {
    write(SyntheticRun.usual());
    assertInOrder(
        markdown(),
        "### randread-4k",
        "The device is the bottleneck",
        "| strategy | CPU per I/O | CPU vs direct | latency p50",
        "| direct | 9.35 µs | ×1.00 |",
        "| copy | 23.5 µs | ×2.51 |",
        "### mixed-70-30",
        "The device is not the bottleneck",
        "| strategy | IOPS |");
  }

  @Test
  void aPercentileThatIsAbsentIsADashWithItsReason() throws IOException {
    write(SyntheticRun.usual());
    assertInOrder(
        markdown(),
        "### mailboxes.iolog",
        "| copy | 16.0 k | 44.2 MiB/s | 21.1 µs | ×2.26 | – | – |",
        "– copy: saturated, its backlog grew, so it has no percentiles.");
  }

  @Test
  void aFailedCellStaysInItsTable() throws IOException {
    write(SyntheticRun.usual());
    assertTrue(markdown().contains("| mach-3 | **failed** | – | – |"));
  }

  @Test
  void aRunThatWasInterruptedSaysSo() throws IOException {
    RunResult run = SyntheticRun.usual();
    write(
        new RunResult(
            run.experiment(),
            run.seed(),
            false,
            run.environment(),
            run.cells(),
            run.machines(),
            run.notes(),
            run.claims()));
    assertTrue(markdown().contains("This run was interrupted"));
    assertTrue(html().contains("This run was interrupted"));
  }

  @Test
  void anEmptyRunHasAReportToo() throws IOException {
    write(
        new RunResult(
            "nothing", 1, false, new TreeMap<>(), List.of(), List.of(), List.of(), List.of()));
    assertTrue(markdown().contains("No cell was run, so this run answers nothing."));
    Markups.parsed(html());
    assertEquals(List.of(), charts());
  }

  @Test
  void aRunInWhichEverythingFailedHasAReportToo() throws IOException {
    TrialResult cell = SyntheticRun.cell("pc-2003", SyntheticRun.FIVE_LOADS.getFirst(), "copy");
    write(SyntheticRun.run(List.of(SyntheticRun.ended(cell, Status.FAILED, "leaked a page"))));
    assertTrue(markdown().contains("No cell passed, so this run answers nothing."));
    assertTrue(markdown().contains("leaked a page"));
    Markups.parsed(html());
  }

  @Test
  void aRunOfOneStrategyComparesNothingButShowsIt() throws IOException {
    List<TrialResult> cells = new ArrayList<>();
    SyntheticRun.FIVE_LOADS.forEach(l -> cells.add(SyntheticRun.cell("pc-2003", l, "copy")));
    write(SyntheticRun.run(cells));
    assertFalse(markdown().contains("## At a glance"));
    assertTrue(markdown().contains("| copy | 23.5 µs | – |"));
    assertTrue(markdown().contains("no direct cell passed to compare with"));
    Markups.parsed(html());
    assertEquals(
        10,
        charts().size(),
        "four kinds and the estimates in two formats: there is no ratio to direct");
  }

  @Test
  void sizesAndCostsOfNothingAreShownWithoutHarm() throws IOException {
    List<TrialResult> cells = new ArrayList<>();
    for (long size : new long[] {0, 512, 4096, 65_536}) {
      for (String strategy : List.of("direct", "copy", "mach-3")) {
        TrialResult cell =
            SyntheticRun.cell("pc-2003", new Load("randread-" + size, size, 60_000), strategy);
        cells.add(size <= 512 ? SyntheticRun.free(cell) : cell);
      }
    }
    write(SyntheticRun.run(cells));
    assertTrue(markdown().contains("| copy | 0 | 0 B/s | 0 ns | – |"));
    Markups.parsed(html());
  }

  @Test
  void theSameRunYieldsTheSameBytesInEveryLocaleAndTimeZone() throws IOException {
    Path other = directory.resolve("other");
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    write(SyntheticRun.usual());
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
      ComparisonReport.write(SyntheticRun.usual(), other);
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
    try (Stream<Path> files = Files.walk(other)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path same = directory.resolve(other.relativize(file));
        assertArrayEquals(Files.readAllBytes(same), Files.readAllBytes(file), file.toString());
      }
    }
  }

  @Test
  void whateverSomebodyCallsAThingItStaysText() throws IOException {
    TrialResult cell = SyntheticRun.cell(HOSTILE, new Load("randread-4k", 4096, 60_000), HOSTILE);
    RunResult run = SyntheticRun.run(List.of(SyntheticRun.renamed(cell, HOSTILE, HOSTILE)));
    TreeMap<String, String> environment = new TreeMap<>();
    environment.put("commandLine", HOSTILE);
    environment.put(HOSTILE, HOSTILE);
    MachineNumber number = new MachineNumber(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE);
    write(
        new RunResult(
            HOSTILE,
            1,
            true,
            environment,
            run.cells(),
            List.of(number),
            List.of(HOSTILE),
            run.claims()));
    Markups.parsed(html());
    assertFalse(html().toLowerCase(Locale.ROOT).contains("<script"));
    for (String line : markdown().lines().filter(l -> !l.startsWith("    ")).toList()) {
      assertFalse(line.replaceAll("`[^`]*`", "").contains("<script"), line);
    }
    for (String chart : charts()) {
      if (chart.endsWith(".svg")) {
        Markups.parsed(Files.readString(directory.resolve("charts").resolve(chart)));
      }
    }
  }

  @Test
  void thePageIsWellFormedAndLoadsNothing() throws IOException {
    write(SyntheticRun.usual());
    assertEquals(List.of(), Markups.loads(Markups.parsed(html())));
    assertEquals(
        List.of(),
        Pattern.compile("url\\((?!data:|#)[^)]*\\)|@import")
            .matcher(html())
            .results()
            .map(MatchResult::group)
            .toList());
  }

  @Test
  void idsOnThePageAreUniqueAndEveryLinkHasItsTarget() throws IOException {
    write(SyntheticRun.usual());
    List<String> ids = Markups.attributes(Markups.parsed(html()), "id");
    assertEquals(ids.stream().distinct().toList(), ids);
    for (String link : Markups.attributes(Markups.parsed(html()), "href")) {
      assertTrue(ids.contains(link.substring(1)), link);
    }
  }

  @Test
  void everyChartIsAFileInBothFormatsAndStandsInThePage() throws IOException {
    write(SyntheticRun.usual());
    List<String> shown =
        Pattern.compile("\\]\\(charts/([^)]+)\\.png\\)")
            .matcher(markdown())
            .results()
            .map(match -> match.group(1))
            .toList();
    assertEquals(1 + 2 * 6, shown.size(), "an overview, and six kinds for each machine");
    for (String chart : shown) {
      Path charts = directory.resolve("charts");
      assertTrue(Files.size(charts.resolve(chart + ".png")) > 0);
      assertTrue(html().contains(Files.readString(charts.resolve(chart + ".svg"))));
    }
    assertEquals(2 * shown.size(), charts().size());
  }

  private void write(RunResult run) throws IOException {
    ComparisonReport.write(run, directory);
  }

  private String markdown() throws IOException {
    return Files.readString(directory.resolve("report.md"));
  }

  private String html() throws IOException {
    return Files.readString(directory.resolve("report.html"));
  }

  private List<String> charts() throws IOException {
    try (Stream<Path> files = Files.list(directory.resolve("charts"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void assertInOrder(String text, String... parts) {
    int from = 0;
    for (String part : parts) {
      int at = text.indexOf(part, from);
      assertTrue(at >= 0, "missing, or not in its place: " + part);
      from = at + part.length();
    }
  }
}
