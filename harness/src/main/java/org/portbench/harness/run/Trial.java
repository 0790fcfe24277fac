package org.portbench.harness.run;

import java.util.Map;
import java.util.Optional;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Ledger;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.harness.client.Client;
import org.portbench.harness.client.Tally;
import org.portbench.harness.measure.CostBreakdown;
import org.portbench.results.Latency;
import org.portbench.results.PayloadSummary;
import org.portbench.results.Status;
import org.portbench.results.Throughput;
import org.portbench.results.TrialResult;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.builtin.NullStrategy;

/** Runs one cell from start to end. */
public final class Trial {
  private static final long WARM_UP_LIMIT = 1000;
  private static final long PS_PER_SECOND = 1_000_000_000_000L;

  private static final int WATCHED = 3;

  private final Cell cell;
  private final MessagingStrategy strategy;
  private final Rig rig;
  private final long warmUp;
  private long startedPs;
  private long elapsedPs;

  public Trial(Cell cell, MessagingStrategy strategy) {
    this(cell, strategy, Math.min(WARM_UP_LIMIT, Math.max(1, cell.operations() / 10)));
  }

  /**
   * @param warmUp operations before those that are measured, of what has no end
   */
  public Trial(Cell cell, MessagingStrategy strategy, long warmUp) {
    this.cell = cell;
    this.strategy = strategy;
    this.rig = new Rig(cell, strategy);
    this.warmUp = warmUp;
  }

  public TrialResult run() {
    warmUp();
    measure();
    Optional<String> failure = check();
    return keep(failure);
  }

  /** Lets somebody see every charge of the trial. */
  public Trial showing(Ledger ledger) {
    rig.machine().meter().attach(ledger);
    return this;
  }

  /** Has primitives performed at other prices than the machine's. */
  public Trial priced(Map<Primitive, Long> pricesPs) {
    pricesPs.forEach(rig.machine().meter()::price);
    return this;
  }

  /** Shows a few operations of a warm machine to whoever explains one. */
  void watch(Ledger ledger) {
    warmUp();
    rig.machine().meter().attach(ledger);
    rig.run(WATCHED);
    rig.machine().meter().attach(Ledger.NONE);
  }

  Machine machine() {
    return rig.machine();
  }

  /** A recorded trace is measured whole; what has no end is measured once it is under way. */
  private void warmUp() {
    if (!cell.workload().finite()) {
      rig.run(warmUp);
    }
    rig.machine().meter().reset();
    rig.tally().reset();
  }

  private void measure() {
    EventQueue events = rig.machine().events();
    startedPs = events.nowPs();
    rig.run(cell.operations());
    elapsedPs = events.nowPs() - startedPs;
  }

  private Optional<String> check() {
    Tally tally = rig.tally();
    Optional<String> mismatch =
        tally.payload().firstMismatch().map(what -> "payload mismatch, first at " + what);
    String lost = mismatch.isPresent() ? "" : rig.close();
    return mismatch.or(this::unchecked).or(() -> Optional.of(lost).filter(text -> !text.isEmpty()));
  }

  /** Only the floor may leave its bytes unchecked. */
  private Optional<String> unchecked() {
    long checked = rig.tally().payload().checkedBytes();
    boolean floor = strategy instanceof NullStrategy;
    return floor || checked == rig.tally().bytes()
        ? Optional.empty()
        : Optional.of("only " + checked + " of " + rig.tally().bytes() + " bytes were checked");
  }

  private TrialResult keep(Optional<String> failure) {
    CellContent content = CellContent.of(cell, strategy);
    Tally tally = rig.tally();
    CostBreakdown costs = CostBreakdown.of(rig.machine().meter());
    boolean saturated = rig.clients().stream().anyMatch(Client::saturated);
    Latency latency = Latency.of(tally.latencies().histogram());
    return new TrialResult(
        cell.identity(),
        content.parameters(),
        content.digest(),
        failure.isPresent() ? Status.FAILED : Status.PASSED,
        failure.orElse(saturated ? "saturated: the backlog grows, percentiles mean nothing" : ""),
        saturated,
        tally.operations(),
        tally.syncs(),
        tally.bytes(),
        elapsedPs,
        saturated ? latency.withoutPercentiles() : latency,
        new Throughput(perSecond(tally.operations()), perSecond(tally.bytes())),
        costs.cpuNsPerOperation(tally.operations()),
        costs.totalsPs(),
        costs.perOperationNs(tally.operations()),
        costs.counters(),
        new PayloadSummary(tally.payload().checkedBytes(), tally.payload().mismatches()),
        tally.latencies().histogram());
  }

  private long perSecond(long count) {
    return elapsedPs == 0 ? 0 : (long) ((double) count * PS_PER_SECOND / elapsedPs);
  }
}
