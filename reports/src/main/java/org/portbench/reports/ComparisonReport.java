package org.portbench.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.portbench.reports.chart.Chart;
import org.portbench.reports.chart.Charts;
import org.portbench.reports.chart.Palette;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.compare.CpuTime;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.compare.Sweep;
import org.portbench.reports.page.Page;
import org.portbench.reports.page.Section;
import org.portbench.reports.section.AnswerSection;
import org.portbench.reports.section.DrawnChart;
import org.portbench.reports.section.EnvironmentSection;
import org.portbench.reports.section.GlanceSection;
import org.portbench.reports.section.MachineSection;
import org.portbench.reports.section.MeasuredSection;
import org.portbench.reports.section.NotesSection;
import org.portbench.reports.section.ParametersSection;
import org.portbench.reports.section.SweepSection;
import org.portbench.reports.section.TroubleSection;
import org.portbench.reports.section.VerdictSection;
import org.portbench.results.RunResult;

/**
 * The report of a run: {@code report.md}, {@code report.html} and the pictures in {@code charts}.
 * The same run yields the same bytes.
 */
public final class ComparisonReport {
  private final RunResult run;
  private final List<MachineResults> machines;
  private final Palette palette;
  private final boolean drawable;
  private final List<DrawnChart> overview;
  private final List<MachineSection> byMachine;
  private final List<SweepSection> byParameter;
  private final List<DrawnChart> estimates;

  private ComparisonReport(RunResult run) {
    this.run = run;
    this.machines = MachineResults.of(run);
    this.palette =
        Palette.of(
            Strategies.ordered(run.cells().stream()), CpuTime.categories(run.cells().stream()));
    this.drawable = Charts.drawable();
    List<Sweep> sweeps = Sweep.of(run);
    this.overview = drawn(List.of(Charts.overview(machines, sweeps, palette)));
    this.estimates =
        drawn(
            machines.stream()
                .map(results -> Charts.estimates(run.claims(), results.machine()))
                .toList());
    this.byMachine =
        machines.parallelStream()
            .map(own -> new MachineSection(own, drawn(Charts.of(own, palette)), palette))
            .toList();
    this.byParameter =
        Sweep.byParameter(sweeps).parallelStream()
            .map(own -> new SweepSection(own, drawn(Charts.of(own, palette))))
            .toList();
  }

  private List<DrawnChart> drawn(List<Chart> charts) {
    return drawable ? charts.stream().map(DrawnChart::of).toList() : List.of();
  }

  /** Writes the report into a run's directory, over an earlier report of the same run. */
  public static void write(RunResult run, Path runDirectory) throws IOException {
    System.setProperty("java.awt.headless", "true");
    new ComparisonReport(run).writeTo(runDirectory);
  }

  private Page page() {
    List<Section> sections = new ArrayList<>();
    sections.add(new AnswerSection(run, Comparison.of(run)));
    sections.add(new TroubleSection(run, drawable));
    sections.add(new MeasuredSection(run));
    sections.add(new VerdictSection(run, estimates));
    sections.add(new GlanceSection(machines, overview, palette));
    sections.addAll(byParameter);
    sections.addAll(byMachine);
    sections.add(new ParametersSection(run));
    sections.add(new NotesSection(run));
    sections.add(new EnvironmentSection(run));
    return Page.of(AnswerSection.title(run), sections);
  }

  private void writeTo(Path directory) throws IOException {
    List<DrawnChart> charts =
        Stream.of(
                estimates.stream(),
                overview.stream(),
                byParameter.stream().flatMap(section -> section.charts().stream()),
                byMachine.stream().flatMap(section -> section.charts().stream()))
            .flatMap(some -> some)
            .toList();
    new PageFiles(directory, "report", palette).write(page(), charts);
  }
}
