package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import org.portbench.reports.compare.Contribution;
import org.portbench.reports.compare.Sweep;
import org.portbench.reports.text.Quantities;

/** What each mechanism adds to the CPU time of an operation, found by switching it off. */
record ContributionChart(String machine, List<Sweep> sweeps, Palette palette) implements Chart {

  @Override
  public String reading() {
    return "Each mechanism is switched off alone. To the right: the CPU time that is then no longer"
        + " spent; to the left: what the mechanism saves. Strategies to which it makes no"
        + " difference are left out.";
  }

  @Override
  public List<Picture> pictures() {
    List<Panel> panels = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      List<BarGroup> groups = groups(sweep);
      if (!groups.isEmpty()) {
        panels.add(
            new GroupedBarPanel(
                sweep.title(), groups, BarGroup.linear(groups, Quantities::timeTick)));
      }
    }
    return Sheets.of(
        "cost-by-" + sweeps.getFirst().parameter().word(),
        machine,
        "What each mechanism adds to each strategy’s CPU time per operation on " + machine,
        panels,
        shown ->
            new Sheet(
                "What each mechanism contributes on " + machine,
                List.of("CPU time per operation with everything, less that without the mechanism"),
                List.of(),
                shown));
  }

  private List<BarGroup> groups(Sweep sweep) {
    return Contribution.of(sweep).stream()
        .map(mechanism ->
            new BarGroup(mechanism.name(), mechanism.parts().stream().map(this::bar).toList()))
        .filter(group -> !group.bars().isEmpty())
        .toList();
  }

  private Bar bar(Contribution.Part part) {
    return new Bar(
        part.strategy(),
        List.of(new Bar.Segment(part.ns(), palette.strategy(part.strategy()))),
        Quantities.signedTime(part.ns()) + ", " + Quantities.percent(Math.abs(part.share())),
        Shade.INK);
  }
}
