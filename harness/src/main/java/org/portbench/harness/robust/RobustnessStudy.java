package org.portbench.harness.robust;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.harness.run.Cell;
import org.portbench.harness.run.InParallel;
import org.portbench.results.CellIdentity;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.EstimateStudy;
import org.portbench.results.RunResult;
import org.portbench.results.TrialResult;
import org.portbench.results.claim.Judge;
import org.portbench.results.claim.Standing;
import org.portbench.strategies.Strategies;

/**
 * Halves and doubles each estimate of each machine of a run, one at a time, and judges the claims
 * again, on a lean form of the cells that they speak of. Each estimate is a task of its own; what
 * comes of them does not depend on how many run at a time.
 */
public final class RobustnessStudy {
  private final Judge judge = Judge.ofRegisteredClaims();
  private final RunResult run;
  private final Strategies strategies;
  private final StudyObserver observer;
  private final SequencedMap<String, List<Cell>> cells = new LinkedHashMap<>();
  private final List<Estimate> estimates = new ArrayList<>();
  private final Map<String, LeanCells> lean = new ConcurrentHashMap<>();
  private final Tried[] tried;
  private volatile Map<String, SequencedMap<String, OnMachine>> before = Map.of();

  /**
   * @param run judged, with all its cells
   * @param cells those of its plan
   */
  public RobustnessStudy(
      RunResult run, List<Cell> cells, Strategies strategies, StudyObserver observer) {
    this.run = run;
    this.strategies = strategies;
    this.observer = observer;
    Map<CellIdentity, TrialResult> results =
        run.cells().stream().collect(Collectors.toMap(TrialResult::identity, cell -> cell));
    cells.stream()
        .filter(cell -> judge.strategies().contains(cell.strategy()))
        .filter(cell -> results.get(cell.identity()).passed())
        .forEach(cell ->
            this.cells.computeIfAbsent(cell.machine().name(), _ -> new ArrayList<>()).add(cell));
    this.cells.values().forEach(of -> estimates.addAll(Estimate.of(machine(of))));
    this.tried = new Tried[estimates.size()];
  }

  private static MachineProfile machine(List<Cell> cells) {
    return cells.getFirst().machine();
  }

  /** The run with its claims tested. */
  public RunResult run(int jobs) {
    observer.studyStarted(estimates.size());
    InParallel workers = new InParallel(jobs);
    workers.run(cells.keySet().stream().<Runnable>map(machine -> () -> prepare(machine)).toList());
    before = before();
    List<Runnable> tasks = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      int index = i;
      tasks.add(() -> keep(index, attempt(estimates.get(index))));
    }
    workers.run(tasks);
    return soFar();
  }

  private void prepare(String machine) {
    lean.put(machine, new LeanCells(cells.get(machine), strategies));
  }

  private Tried attempt(Estimate estimate) {
    Confirmation confirmation = new Confirmation(judge, strategies, before, cells);
    LeanCells there = lean.get(estimate.machine().name());
    return new Tried.Bench(there, judge, confirmation).attempt(estimate);
  }

  /** By claim and machine. */
  private Map<String, SequencedMap<String, OnMachine>> before() {
    Map<String, SequencedMap<String, OnMachine>> all = new LinkedHashMap<>();
    for (String machine : cells.keySet()) {
      Map<String, Standing> full = judge.standings(cellsOf(machine));
      judge
          .standings(lean.get(machine).asTheyAre())
          .forEach((id, standing) ->
              all.computeIfAbsent(id, _ -> new LinkedHashMap<>())
                  .put(machine, new OnMachine(full.get(id), standing)));
    }
    return all;
  }

  private synchronized void keep(int index, Tried outcome) {
    tried[index] = outcome;
    observer.studied(done().size(), estimates.size());
  }

  private synchronized List<Tried> done() {
    return Arrays.stream(tried).filter(Objects::nonNull).toList();
  }

  /** The run with its claims tested as far as the study has come. */
  public RunResult soFar() {
    if (before.isEmpty()) {
      return run;
    }
    List<Tried> done = done();
    boolean ended = done.size() == estimates.size();
    List<ClaimVerdict> claims =
        run.claims().stream()
            .map(claim ->
                new Assessment(claim, judge.figure(claim.id()), before.get(claim.id()), done, ended)
                    .tested())
            .toList();
    return run.withClaims(claims).withStudy(study(done));
  }

  private List<TrialResult> cellsOf(String machine) {
    return run.cells().stream().filter(c -> c.identity().machine().equals(machine)).toList();
  }

  private EstimateStudy study(List<Tried> done) {
    return new EstimateStudy(
        LeanForm.words(),
        done.size(),
        estimates.size(),
        done.stream().flatMap(Tried::skipped).toList());
  }
}
