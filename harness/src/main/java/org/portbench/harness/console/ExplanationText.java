package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.harness.run.Explanation;
import org.portbench.harness.run.Explanation.Charge;
import org.portbench.harness.run.Explanation.Step;

/** One I/O as a bill that a reader can add up. */
public record ExplanationText(Explanation explanation, String operation, Ink ink) {

  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(ink.bold(title()));
    lines.addAll(
        Wrapped.lines(
            "",
            "A warm machine, one request at a time. All times are nanoseconds: \"at\" by the"
                + " machine's clock since the client asked, \"sum\" of all charges so far. Under a"
                + " step stand its charges, to waking and switching to whoever goes on, and what it"
                + " changed. Of the device, MEDIUM is its own work, stripes side by side, and"
                + " TRANSFER what link and bus take beyond that."));
    lines.add("");
    lines.addAll(steps());
    lines.add("");
    lines.addAll(totals());
    lines.add("");
    lines.add(ink.bold("Prices on " + explanation.cell().machine().name()));
    lines.addAll(new PriceList(explanation.cell().machine()).lines(kinds()));
    return String.join("\n", lines);
  }

  private String title() {
    return operation
        + ": "
        + explanation.cell().strategy()
        + " on "
        + explanation.cell().machine().name()
        + ", "
        + explanation.cell().stack().name();
  }

  private List<String> steps() {
    List<String> bill = bill();
    List<String> lines = new ArrayList<>();
    lines.add(ink.dim("    " + bill.getFirst()));
    int charge = 1;
    int number = 1;
    for (Step step : explanation.steps()) {
      String at = ink.dim("  at " + Picoseconds.ns(step.atPs()));
      lines.add("%2d  %s%s".formatted(number++, ink.bold(step.what()), at));
      for (Charge _ : FoldedCharges.of(step.charges())) {
        lines.add("    " + bill.get(charge++));
      }
      if (!step.counted().isEmpty()) {
        Wrapped.lines("    ", changes(step)).forEach(line -> lines.add(ink.dim(line)));
      }
    }
    return lines;
  }

  /** All charges under a heading, whatever the step. */
  private List<String> bill() {
    TextTable table = new TextTable("rllrr");
    table.row("times", "what", "for", "cost", "sum");
    long sumPs = 0;
    for (Step step : explanation.steps()) {
      for (Charge charge : FoldedCharges.of(step.charges())) {
        sumPs += charge.ps();
        table.row(
            Long.toString(charge.times()),
            charge.what(),
            word(charge.category()),
            Picoseconds.ns(charge.ps()),
            Picoseconds.ns(sumPs));
      }
    }
    return table.lines();
  }

  private static String changes(Step step) {
    return step.counted().entrySet().stream()
        .map(change -> "+" + change.getValue() + " " + words(change.getKey()))
        .collect(Collectors.joining(", ", "changed: ", ""));
  }

  private List<String> totals() {
    Map<Category, Long> byCategory = new EnumMap<>(Category.class);
    for (Step step : explanation.steps()) {
      step.charges().forEach(c -> byCategory.merge(c.category(), c.ps(), Long::sum));
    }
    TextTable table = new TextTable("lrl");
    long cpuPs = 0;
    for (Map.Entry<Category, Long> total : byCategory.entrySet()) {
      cpuPs += total.getKey().cpu() ? total.getValue() : 0;
      table.row(
          "  " + word(total.getKey()),
          Picoseconds.ns(total.getValue()),
          total.getKey().cpu() ? "" : "no CPU");
    }
    table.row("  all charges", Picoseconds.ns(explanation.chargedPs()), "");
    table.row("  of them CPU time", Picoseconds.ns(cpuPs), "");
    table.row(
        "  latency by the machine's clock", Picoseconds.ns(explanation.latencyPs()), verdict());
    List<String> lines = new ArrayList<>(List.of(ink.bold("Totals")));
    lines.addAll(table.lines());
    return lines;
  }

  private String verdict() {
    long difference = explanation.latencyPs() - explanation.chargedPs();
    return difference == 0
        ? "equal"
        : "differs by "
            + Picoseconds.ns(Math.abs(difference))
            + (difference < 0 ? ": so much went on at the same time" : "");
  }

  private List<String> kinds() {
    return explanation.steps().stream()
        .flatMap(step -> step.charges().stream())
        .map(Charge::what)
        .distinct()
        .sorted()
        .toList();
  }

  private static String word(Category category) {
    return category.name().toLowerCase(Locale.ROOT);
  }

  private static String words(Counter counter) {
    return counter.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
