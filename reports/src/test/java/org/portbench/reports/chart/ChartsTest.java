package org.portbench.reports.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portbench.reports.SyntheticRun;
import org.portbench.reports.SyntheticRun.Load;
import org.portbench.reports.compare.CpuTime;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.Parameter;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.compare.Sweep;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

class ChartsTest {
  private static final Pattern COLOUR = Pattern.compile("(?:fill|stroke)=\"([^\"]*)\"");

  @Test
  void eachMachineHasItsThreeChartsAndThoseOfItsSweeps() {
    assertEquals(
        List.of(
            "cpu-per-io-pc-2003",
            "cpu-time-pc-2003",
            "latency-pc-2003",
            "cost-by-size-pc-2003",
            "ratio-by-size-pc-2003"),
        pictures(SyntheticRun.usual()).stream().map(Picture::name).toList());
  }

  @Test
  void theEstimatesThatMatterMostAreDrawnFirst() {
    Picture picture =
        Charts.estimates(SyntheticRun.usual().claims(), "pc-2003").pictures().getFirst();
    String svg = new SvgPicture(picture).text();
    int flips = svg.indexOf(">interrupt entry</text>");
    assertTrue(flips > 0 && svg.indexOf(">one instruction</text>") > flips, svg);
    assertTrue(svg.contains(">flips</text>"), svg);
    assertFalse(svg.contains("Mach send"), svg);
    assertEquals(List.of(), Charts.estimates(List.of(), "pc-2003").pictures());
  }

  @Test
  void everyColourHasAShadeForTheDark() {
    RunResult run = SyntheticRun.usual();
    Set<String> known =
        palette(run).shades().stream().map(Shade::lightHex).collect(Collectors.toSet());
    known.add("none");
    List<Picture> pictures = new ArrayList<>(pictures(run));
    pictures.addAll(Charts.estimates(run.claims(), "pc-2003").pictures());
    for (Picture picture : pictures) {
      Set<String> used =
          COLOUR
              .matcher(new SvgPicture(picture).text())
              .results()
              .map(match -> match.group(1))
              .collect(Collectors.toSet());
      used.removeAll(known);
      assertEquals(Set.of(), used, picture.name());
    }
  }

  @Test
  void idsInAPictureBeginWithItsName() {
    for (Picture picture : pictures(SyntheticRun.usual())) {
      Pattern.compile(" id=\"([^\"]*)\"")
          .matcher(new SvgPicture(picture).text())
          .results()
          .map(MatchResult::group)
          .forEach(id -> assertTrue(id.contains("\"" + picture.name() + "-"), id));
    }
  }

  @Test
  void theSamePictureIsTheSameBytes() {
    Picture picture = pictures(SyntheticRun.usual()).getFirst();
    assertEquals(new SvgPicture(picture).text(), new SvgPicture(picture).text());
    assertArrayEquals(new PngPicture(picture).bytes(), new PngPicture(picture).bytes());
  }

  @Test
  void aPngHasTwoPixelsToEachUnit() {
    Picture picture = pictures(SyntheticRun.usual()).getFirst();
    assertEquals(2 * picture.width(), new PngPicture(picture).image().getWidth());
    assertEquals(2 * picture.height(), new PngPicture(picture).image().getHeight());
  }

  @Test
  void theCrossoverIsWrittenIntoTheChart() {
    Picture bySize = pictures(SyntheticRun.usual()).get(3);
    assertTrue(new SvgPicture(bySize).text().contains("copy = mach-3 at 8.1 KiB"));
  }

  @Test
  void aFailedCellIsNamedWhereItsBarWouldBe() {
    MachineResults modern = MachineResults.of(SyntheticRun.usual()).getLast();
    Chart chart = new CpuPerIoChart(modern, palette(SyntheticRun.usual()));
    String svg = new SvgPicture(chart.pictures().getFirst()).text();
    assertTrue(svg.contains(">failed</text>"));
    assertTrue(svg.contains(">skipped</text>"));
  }

  @Test
  void ofALongSweepOnlyTheEndsGetAPanel() {
    RunResult run = sweep(9, SyntheticRun.FIVE);
    String svg = new SvgPicture(pictures(run).getFirst()).text();
    assertTrue(svg.contains(">randread-1k</text>"));
    assertTrue(svg.contains(">randread-256k</text>"));
    assertFalse(svg.contains(">randread-8k</text>"));
  }

  @Test
  void factorsAboveThirtyAreDrawnOnALogarithmicScale() {
    String wide = new SvgPicture(pictures(sweep(11, SyntheticRun.ELEVEN)).getFirst()).text();
    String narrow = new SvgPicture(pictures(sweep(4, SyntheticRun.ELEVEN)).getFirst()).text();
    assertTrue(wide.contains("logarithmic scale"));
    assertFalse(narrow.contains("logarithmic scale"));
  }

  @Test
  void depthHasPanelsOfRateLatencyAndCost() {
    String svg = svg(turned("queueDepth", "1", "4", "16"), "cost-by-queue-depth-pc-2003");
    assertTrue(svg.contains(">randread-4k: CPU time per operation</text>"));
    assertTrue(svg.contains(">randread-4k: operations per second</text>"));
    assertTrue(svg.contains(">randread-4k: median latency</text>"));
    assertTrue(svg.contains(">randread-4k: latency at the 99th percentile</text>"));
  }

  @Test
  void aKnobOfWordsHasBarsForEachStrategy() {
    String svg = svg(turned("iommu", "off", "strict"), "cost-by-iommu-pc-2003");
    assertEquals(4, count(svg, ">strict</text>"), "all but null");
    assertEquals(4, count(svg, ">off</text>"));
    assertEquals(1, count(svg, ">direct</text>"));
    assertEquals(0, count(svg, ">null</text>"));
  }

  @Test
  void aMechanismHasABarForEachStrategyThatItMattersTo() {
    List<TrialResult> cells = new ArrayList<>(turned("without", "nothing", "tags").cells());
    for (TrialResult cell : turned("without", "nothing").cells()) {
      long moreNs = cell.identity().strategy().equals("copy") ? 2_000 : 0;
      cells.add(SyntheticRun.turned(cell, "without", "faults", "fault", moreNs));
    }
    String svg = svg(SyntheticRun.run(cells), "cost-by-mechanism-pc-2003");
    assertEquals(1, count(svg, ">faults</text>"));
    assertEquals(1, count(svg, ">−2.00 µs, 8.5 %</text>"), "2000 of 23491 ns are saved");
    assertEquals(0, count(svg, ">tags</text>"));
  }

  @Test
  void erasHaveTheirYearsAndBarsOfEqualLength() {
    List<TrialResult> cells = new ArrayList<>();
    for (String machine : List.of("server-2024", "old-1990", "pc-2003")) {
      SyntheticRun.FIVE.forEach(
          s -> cells.add(SyntheticRun.cell(machine, new Load("randread-4k", 4096, 60_000), s)));
    }
    RunResult run = SyntheticRun.run(cells);
    String ratios = svg(run, "ratio-by-machine");
    assertTrue(ratios.indexOf(">1990</text>") < ratios.indexOf(">2003</text>"));
    assertTrue(ratios.indexOf(">2003</text>") < ratios.indexOf(">2024</text>"));
    assertTrue(svg(run, "cost-by-machine").contains(">100 %</text>"));
  }

  @Test
  void noTwoStrategiesLookTheSame() {
    Palette palette = Palette.of(List.of(), List.of());
    List<Look> looks =
        Stream.concat(SyntheticRun.ELEVEN.stream(), Stream.of("task-port", "memory-entry"))
            .map(palette::look)
            .toList();
    assertEquals(13, looks.stream().map(Look::shade).distinct().count());
    assertEquals(
        13, looks.stream().map(look -> look.mark() + " " + look.dash()).distinct().count());
  }

  @Test
  void namesThatNobodyKnowsGetColoursInTheOrderOfTheRun() {
    Palette one = Palette.of(List.of("copy", "theirs", "ours"), List.of());
    Palette other = Palette.of(List.of("theirs", "ours"), List.of());
    assertEquals(one.strategy("theirs"), other.strategy("theirs"));
    assertNotEquals(one.strategy("theirs"), one.strategy("ours"));
  }

  private static RunResult turned(String key, String... values) {
    List<TrialResult> cells = new ArrayList<>();
    for (String value : values) {
      for (String strategy : SyntheticRun.FIVE) {
        TrialResult cell =
            SyntheticRun.cell("pc-2003", new Load("randread-4k", 4096, 60_000), strategy);
        cells.add(SyntheticRun.turned(cell, key, value, "map", 0));
      }
    }
    return SyntheticRun.run(cells);
  }

  private static String svg(RunResult run, String name) {
    return pictures(run).stream()
        .filter(picture -> picture.name().equals(name))
        .map(picture -> new SvgPicture(picture).text())
        .findFirst()
        .orElseThrow();
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static RunResult sweep(int sizes, List<String> strategies) {
    List<TrialResult> cells = new ArrayList<>();
    for (int i = 0; i < sizes; i++) {
      Load load = new Load("randread-" + (1 << i) + "k", 1024L << i, 60_000);
      strategies.forEach(s -> cells.add(SyntheticRun.cell("pc-2003", load, s)));
    }
    return SyntheticRun.run(cells);
  }

  private static List<Picture> pictures(RunResult run) {
    MachineResults first = MachineResults.of(run).getFirst();
    return Stream.concat(
            Charts.of(first, palette(run)).stream(),
            Arrays.stream(Parameter.values())
                .map(parameter -> sweeps(run, parameter, first.machine()))
                .flatMap(own -> Charts.of(own, palette(run)).stream()))
        .flatMap(chart -> chart.pictures().stream())
        .toList();
  }

  private static List<Sweep> sweeps(RunResult run, Parameter parameter, String machine) {
    return Sweep.of(run).stream()
        .filter(sweep -> sweep.parameter() == parameter)
        .filter(sweep -> sweep.machine().isEmpty() || sweep.machine().equals(machine))
        .toList();
  }

  private static Palette palette(RunResult run) {
    return Palette.of(
        Strategies.ordered(run.cells().stream()), CpuTime.categories(run.cells().stream()));
  }
}
