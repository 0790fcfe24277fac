package org.portbench.harness.client;

import java.util.function.Consumer;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.hardware.sim.RandomStream;
import org.portbench.hardware.sim.Zone;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.workload.ArrivalProcess;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.Pace;

/**
 * Open loop: operations start when they arrive, by a process or by their recorded times, however
 * many are outstanding. A sync belongs to the write before it and starts with it.
 */
final class ArrivalPacer implements Pacer {
  private static final long PS_PER_SECOND = 1_000_000_000_000L;

  private final ClientPlan plan;
  private final Supply supply;
  private final DomainThread thread;
  private final EventQueue events;
  private final Zone<Call> calls;
  private final Consumer<Call> ask;
  private final Timer timer;
  private final RandomStream chance;
  private final Backlog backlog = new Backlog();
  private long startPs;
  private int outstanding;

  ArrivalPacer(
      ClientPlan plan,
      Supply supply,
      DomainThread thread,
      EventQueue events,
      long seed,
      Zone<Call> calls,
      Consumer<Call> ask) {
    this.plan = plan;
    this.supply = supply;
    this.thread = thread;
    this.events = events;
    this.calls = calls;
    this.ask = ask;
    this.timer = new Timer(events, this::arrived);
    this.chance = new RandomStream(seed, "arrivals of " + plan.name());
  }

  @Override
  public void start() {
    startPs = supply.start(events.nowPs());
    backlog.clear();
    expectNext(Math.max(startPs, events.nowPs()));
  }

  private void expectNext(long fromPs) {
    if (supply.hasNext(fromPs) && !backlog.overflowed()) {
      timer.set(arrivalPs(supply.next(), fromPs));
    }
  }

  private long arrivalPs(Operation operation, long fromPs) {
    return switch (plan.pace()) {
      case Pace.OpenLoop(ArrivalProcess process) ->
          operation.kind().movesData() ? fromPs + gapPs(process) : fromPs;
      case Pace.Timed _ -> startPs + operation.notBeforePs();
      case Pace.ClosedLoop _ -> throw new IllegalStateException("nothing arrives at a closed loop");
    };
  }

  private long gapPs(ArrivalProcess process) {
    double meanPs = PS_PER_SECOND / process.perSecond();
    return switch (process) {
      case ArrivalProcess.Constant _ -> Math.round(meanPs);
      case ArrivalProcess.Poisson _ -> chance.exponential(meanPs);
    };
  }

  private void arrived(long nowPs) {
    if (!supply.hasNext(nowPs)) {
      return;
    }
    Call call = calls.take().of(supply.next(), nowPs);
    supply.take();
    outstanding++;
    backlog.arrived(outstanding);
    thread.arrive(ask, call, true);
    expectNext(nowPs);
  }

  @Override
  public void ended(Operation operation) {
    outstanding--;
  }

  @Override
  public boolean saturated() {
    return backlog.grows();
  }
}
