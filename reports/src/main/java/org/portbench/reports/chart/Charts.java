package org.portbench.reports.chart;

import java.util.List;
import org.portbench.reports.compare.MachineResults;
import org.portbench.reports.compare.Parameter;
import org.portbench.reports.compare.Sweep;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.validation.Validation;

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
  public static Chart overview(List<MachineResults> machines, List<Sweep> sweeps, Palette palette) {
    return RatioChart.overview(machines, sweeps, palette);
  }

  /** How far the model is from published figures. */
  public static Chart agreement(Validation validation, Palette palette) {
    return new AgreementChart(validation, palette);
  }

  /** How far the model is from the machine that it was calibrated to. */
  public static Chart tiers(Agreement agreement, Palette palette) {
    return new TiersChart(agreement, palette);
  }

  /** Which estimates of a machine matter for which claim. */
  public static Chart estimates(List<ClaimVerdict> claims, String machine) {
    return new TornadoChart(claims, machine);
  }

  /** What is drawn of each machine, in the order in which a report shows it. */
  public static List<Chart> of(MachineResults results, Palette palette) {
    return List.of(
        new CpuPerIoChart(results, palette),
        new CpuTimeChart(results, palette),
        new LatencyChart(results, palette));
  }

  /** What is drawn of the sweeps of one parameter, machine by machine. */
  public static List<Chart> of(List<Sweep> sweeps, Palette palette) {
    return sweeps.stream()
        .map(Sweep::machine)
        .distinct()
        .map(machine -> sweeps.stream().filter(s -> s.machine().equals(machine)).toList())
        .flatMap(own -> ofOneMachine(own, palette).stream())
        .toList();
  }

  private static List<Chart> ofOneMachine(List<Sweep> sweeps, Palette palette) {
    Parameter parameter = sweeps.getFirst().parameter();
    String machine = sweeps.getFirst().machine();
    return switch (parameter) {
      case WITHOUT -> List.of(new ContributionChart(machine, sweeps, palette));
      case MACHINE ->
          List.of(
              new RatioChart("ratio by machine", "", sweeps, palette),
              new SweepBarsChart("", sweeps, true, palette));
      case QUEUE_DEPTH ->
          List.of(new SweepChart(machine, sweeps, List.of(Vertical.values()), palette));
      default ->
          parameter.isNumber()
              ? List.of(
                  new SweepChart(machine, sweeps, List.of(Vertical.CPU_TIME), palette),
                  new RatioChart("ratio by " + parameter.word(), machine, sweeps, palette))
              : List.of(new SweepBarsChart(machine, sweeps, false, palette));
    };
  }
}
