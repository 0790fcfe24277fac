package org.portbench.harness.gate.selftest;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;

/**
 * One unit of each number of a machine is noticed. What a cell does not notice of many prices
 * changed together, it is not asked for one by one; but each number is noticed by itself. Name,
 * description and year of a machine are no numbers, and nothing is charged by them.
 */
record NumbersCheck(TestBench bench, MachineProfile machine) implements Check {

  @Override
  public Report run() {
    List<Nudge> nudges = machine.numbers().stream().map(this::nudge).toList();
    List<String> failures = new ArrayList<>();
    for (Nudge unfelt : unfelt(nudges.stream().filter(nudge -> !nudge.isConditional()).toList())) {
      failures.add(machine.name() + " " + unfelt.key() + ": no cell charges it");
    }
    List<Nudge> conditional = nudges.stream().filter(Nudge::isConditional).toList();
    conditional.forEach(nudge -> tryReason(nudge, failures));
    return new Report(
        "%s: one unit of each of its %d numbers is noticed; %d are felt as their reasons say"
            .formatted(machine.name(), nudges.size() - conditional.size(), conditional.size()),
        failures);
  }

  private Nudge nudge(Number number) {
    return Unfelt.of(machine, number).orElseGet(() -> Nudge.byOneUnit(machine, number));
  }

  /** Those that no cell notices. */
  private List<Nudge> unfelt(List<Nudge> all) {
    List<Nudge> prices = new ArrayList<>(all.stream().filter(Nudge::isPrice).toList());
    List<Nudge> shapes = new ArrayList<>(all);
    shapes.removeAll(prices);
    for (KnownCell cell : bench.of(machine)) {
      prices.removeAll(noticed(cell, prices));
      shapes.removeIf(nudge -> bench.notices(cell, machine, nudge.after()));
    }
    prices.addAll(shapes);
    return prices;
  }

  private List<Nudge> noticed(KnownCell cell, List<Nudge> together) {
    if (together.isEmpty() || !bench.notices(cell, machine, all(together))) {
      return List.of();
    }
    if (together.size() == 1) {
      return together;
    }
    int half = together.size() / 2;
    List<Nudge> noticed = new ArrayList<>(noticed(cell, together.subList(0, half)));
    noticed.addAll(noticed(cell, together.subList(half, together.size())));
    return noticed;
  }

  private MachineProfile all(List<Nudge> together) {
    Number[] numbers =
        together.stream().flatMap(nudge -> nudge.changed().stream()).toArray(Number[]::new);
    return MachineProfiles.with(machine, numbers);
  }

  /** With its reason taken away the number is felt, and by the same cell not with it. */
  private void tryReason(Nudge nudge, List<String> failures) {
    String named = machine.name() + " " + nudge.key() + " (" + nudge.reason() + "): ";
    MachineProfile before = nudge.before();
    MachineProfile after = nudge.after();
    for (KnownCell cell : bench.wherever(machine)) {
      if (bench.notices(cell, before, after)) {
        if (bench.of(machine).contains(cell) && felt(cell, nudge)) {
          failures.add(named + "one unit is felt all the same");
        }
        return;
      }
    }
    failures.add(named + "no cell feels it without that reason either");
  }

  private boolean felt(KnownCell cell, Nudge nudge) {
    return nudge.alonePossible() && bench.notices(cell, machine, nudge.alone());
  }
}
