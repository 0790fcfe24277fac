package org.portbench.reports.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portbench.reports.SyntheticRun;
import org.portbench.reports.SyntheticRun.Load;
import org.portbench.reports.compare.CpuTime;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.Strategies;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;

class ChartsTest {
  private static final Pattern COLOUR = Pattern.compile("(?:fill|stroke)=\"([^\"]*)\"");

  @Test
  void eachMachineHasItsFourCharts() {
    assertEquals(
        List.of(
            "cpu-per-io-pc-2003", "latency-pc-2003", "cpu-time-pc-2003", "cost-by-size-pc-2003"),
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
    Picture bySize = pictures(SyntheticRun.usual()).getLast();
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
  void namesThatNobodyKnowsGetColoursInTheOrderOfTheRun() {
    Palette one = Palette.of(List.of("copy", "theirs", "ours"), List.of());
    Palette other = Palette.of(List.of("theirs", "ours"), List.of());
    assertEquals(one.strategy("theirs"), other.strategy("theirs"));
    assertNotEquals(one.strategy("theirs"), one.strategy("ours"));
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
    return Charts.of(first, palette(run)).stream()
        .flatMap(chart -> chart.pictures().stream())
        .toList();
  }

  private static Palette palette(RunResult run) {
    return Palette.of(
        Strategies.ordered(run.cells().stream()), CpuTime.categories(run.cells().stream()));
  }
}
