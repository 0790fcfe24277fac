package org.portbench.harness.robust;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.Trial;
import org.portbench.results.TrialResult;
import org.portbench.results.Verdict;
import org.portbench.results.claim.Judge;
import org.portbench.results.claim.Standing;
import org.portbench.strategies.Strategies;

/**
 * Tries again, on the full cells of the workloads concerned, what flips a verdict on lean cells:
 * these exaggerate what becomes rare in a long run, such as reads of metadata.
 *
 * @param before how each claim stands on each machine with all estimates as they are
 * @param cells the full ones of each machine
 */
record Confirmation(
    Judge judge,
    Strategies strategies,
    Map<String, SequencedMap<String, OnMachine>> before,
    Map<String, List<Cell>> cells) {

  /** The same outcome, in which claims that do not flip on the full cells are named. */
  Outcome.Judged of(Outcome.Judged lean, MachineProfile machine) throws UnfitMachine {
    Set<String> suspects =
        before.keySet().stream()
            .filter(id -> flipsOnLeanCells(id, machine.name(), lean.standings().get(id)))
            .collect(Collectors.toSet());
    if (suspects.isEmpty()) {
      return lean;
    }
    Map<String, Standing> full = judge.standings(again(suspects, lean, machine));
    Set<String> unconfirmed =
        suspects.stream()
            .filter(id -> !flipsOnFullCells(id, machine.name(), full.get(id)))
            .collect(Collectors.toSet());
    return new Outcome.Judged(lean.value(), lean.standings(), unconfirmed);
  }

  private boolean flipsOnLeanCells(String id, String machine, Standing now) {
    List<Standing> were = before.get(id).values().stream().map(OnMachine::lean).toList();
    return verdict(were) != verdict(replaced(id, machine, now, false));
  }

  private boolean flipsOnFullCells(String id, String machine, Standing now) {
    Standing was = before.get(id).get(machine).full();
    Set<String> judged = new HashSet<>(now.met());
    judged.addAll(now.unmet());
    Standing merged =
        new Standing(
            id,
            was.decides(),
            merged(was.met(), now.met(), judged),
            merged(was.unmet(), now.unmet(), judged),
            was.figurePerMille());
    List<Standing> were = before.get(id).values().stream().map(OnMachine::full).toList();
    return verdict(were) != verdict(replaced(id, machine, merged, true));
  }

  private static List<String> merged(List<String> was, List<String> now, Set<String> judged) {
    return Stream.concat(was.stream().filter(name -> !judged.contains(name)), now.stream())
        .toList();
  }

  private static Verdict verdict(List<Standing> standings) {
    return Standing.together(standings);
  }

  private List<Standing> replaced(String id, String machine, Standing now, boolean full) {
    List<Standing> all = new ArrayList<>();
    before
        .get(id)
        .forEach((name, on) -> all.add(name.equals(machine) ? now : full ? on.full() : on.lean()));
    return all;
  }

  /** The results of all full cells whose workload some suspect judges otherwise. */
  private List<TrialResult> again(Set<String> suspects, Outcome.Judged lean, MachineProfile machine)
      throws UnfitMachine {
    Set<String> workloads = new HashSet<>();
    for (String id : suspects) {
      Standing was = before.get(id).get(machine.name()).lean();
      Standing now = lean.standings().get(id);
      Stream.concat(OnMachine.gained(was, now).stream(), OnMachine.gained(now, was).stream())
          .map(name -> name.replaceFirst(" \\(.*", ""))
          .forEach(workloads::add);
    }
    List<TrialResult> results = new ArrayList<>();
    for (Cell cell : cells.get(machine.name())) {
      if (workloads.contains(cell.workload().name())) {
        results.add(
            UnfitMachine.passed(
                LeanCells.on(cell, machine),
                there -> new Trial(there, strategies.create(there.strategy()))));
      }
    }
    return results;
  }
}
