package org.portbench.reports.chart;

import java.util.List;
import org.portbench.reports.compare.MachineResults;
import org.portbench.results.ClaimVerdict;

/** The charts of a report. */
public final class Charts {
  private Charts() {}

  /** Whether this system can draw letters at all. */
  public static boolean drawable() {
    return Typeface.load().isPresent();
  }

  /** The typeface's file, for a page to carry. */
  public static byte[] typeface(boolean bold) {
    return Typeface.file(bold);
  }

  /** What is drawn of all machines together. */
  public static Chart overview(List<MachineResults> machines, Palette palette) {
    return new OverviewChart(machines, palette);
  }

  /** Which estimates of a machine matter for which claim. */
  public static Chart estimates(List<ClaimVerdict> claims, String machine) {
    return new TornadoChart(claims, machine);
  }

  /** What is drawn of each machine, in the order in which a report shows it. */
  public static List<Chart> of(MachineResults results, Palette palette) {
    return List.of(
        new CpuPerIoChart(results, palette),
        new LatencyChart(results, palette),
        new CpuTimeChart(results, palette),
        new CostBySizeChart(results, palette));
  }
}
