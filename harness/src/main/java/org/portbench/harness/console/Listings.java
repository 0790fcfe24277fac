package org.portbench.harness.console;

import java.util.List;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.experiment.Experiments;
import org.portbench.harness.validate.Targets;
import org.portbench.harness.workload.Workloads;
import org.portbench.reports.text.Unit;
import org.portbench.strategies.Strategies;

/** What there is, as tables. */
public final class Listings {
  private Listings() {}

  public static List<String> machines() {
    TextTable table = new TextTable("ll");
    for (String name : MachineProfiles.names()) {
      table.row(name, MachineProfiles.builtIn(name).description());
    }
    return table.lines();
  }

  /** All numbers of a machine, each with what vouches for it. */
  public static List<String> machine(MachineProfile machine) {
    TextTable table = new TextTable("lrlll");
    table.row("number", "value", "unit", "status", "source");
    for (MachineProfile.Number number : machine.numbers()) {
      table.row(
          number.key(), number.value(), Unit.of(number.key()), number.status(), number.source());
    }
    return table.lines();
  }

  public static List<String> strategies(Strategies strategies) {
    TextTable table = new TextTable("ll");
    strategies.all().forEach(strategy -> table.row(strategy.name(), strategy.description()));
    return table.lines();
  }

  public static List<String> workloads() {
    TextTable table = new TextTable("ll");
    Workloads.builtIns().forEach(workload -> table.row(workload.name(), workload.description()));
    table.row("FILE.fio", "a fio job file");
    table.row("FILE.iolog", "a recorded fio iolog, version 2 or 3");
    return table.lines();
  }

  public static List<String> experiments() {
    TextTable table = new TextTable("ll");
    for (String name : Experiments.names()) {
      table.row(name, Experiments.find(name).description());
    }
    table.row("FILE.toml", "an experiment of your own");
    return table.lines();
  }

  public static List<String> targets() {
    TextTable table = new TextTable("ll");
    for (String name : Targets.names()) {
      table.row(name, Targets.find(name).description());
    }
    table.row("FILE.toml", "figures of your own");
    return table.lines();
  }
}
