package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portbench.reports.compare.CpuTime;
import org.portbench.reports.compare.Parameter;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.compare.Sweep;
import org.portbench.reports.text.Quantities;
import org.portbench.results.TrialResult;

/**
 * Where the CPU time goes with each word that a parameter may be: for each strategy a bar per word.
 *
 * @param shares whether all bars are made equally long, because machines of different years are not
 *     to be compared by their lengths
 */
record SweepBarsChart(String subject, List<Sweep> sweeps, boolean shares, Palette palette)
    implements Chart {
  /** More groups of shares than that are more than one wants to read. */
  private static final int GROUPS_OF_SHARES = 5;

  @Override
  public String reading() {
    return shares
        ? "Each bar is all CPU time of an operation; behind it stands how much that is."
        : "A colour that grows from bar to bar is what the change costs.";
  }

  private Parameter parameter() {
    return sweeps.getFirst().parameter();
  }

  @Override
  public List<Picture> pictures() {
    List<Panel> panels = new ArrayList<>();
    for (Sweep sweep : sweeps) {
      List<BarGroup> groups = strategies(sweep).stream().map(s -> group(sweep, s)).toList();
      Scale scale = BarGroup.linear(groups, shares ? v -> (int) v + " %" : Quantities::timeTick);
      panels.add(new GroupedBarPanel(sweep.title(), groups, scale));
    }
    List<Key> keys =
        CpuTime.categories(
                sweeps.stream()
                    .flatMap(sweep -> sweep.steps().stream())
                    .flatMap(step -> step.comparison().passed()))
            .stream()
            .map(category -> new Key(category, palette.category(category)))
            .toList();
    String where = shares ? "" : " on " + subject;
    return Sheets.of(
        "cost-by-" + parameter().word(),
        subject,
        "CPU time per operation by category, strategy and " + parameter().word() + where,
        panels,
        shown ->
            new Sheet(
                "CPU time by " + parameter().word() + where,
                List.of("CPU time per operation, by what it was spent on"),
                keys,
                shown));
  }

  private List<String> strategies(Sweep sweep) {
    List<String> all =
        sweep.strategies().stream().filter(name -> !name.equals(Strategies.FLOOR)).toList();
    List<String> central = all.stream().filter(Strategies::ofTheArgument).toList();
    return !shares || all.size() <= GROUPS_OF_SHARES
        ? all
        : central.isEmpty() ? all.subList(0, GROUPS_OF_SHARES) : central;
  }

  private BarGroup group(Sweep sweep, String strategy) {
    return new BarGroup(strategy, sweep.steps().stream().map(step -> bar(step, strategy)).toList());
  }

  private Bar bar(Sweep.Step step, String strategy) {
    Optional<TrialResult> passed = step.comparison().passed(strategy);
    if (passed.isEmpty()) {
      return new Bar(step.value(), List.of(), Quantities.ABSENT, Shade.FAINT_INK);
    }
    Map<String, Long> parts = CpuTime.nsPerOperation(passed.get());
    double total = parts.values().stream().mapToDouble(Long::doubleValue).sum();
    List<Bar.Segment> segments = new ArrayList<>();
    parts.forEach((category, ns) ->
        segments.add(new Bar.Segment(shares ? ns * 100 / total : ns, palette.category(category))));
    return new Bar(step.value(), segments, Quantities.time(total), Shade.INK);
  }
}
