package org.portbench.harness.client;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.PriorityQueue;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.hardware.sim.RandomStream;
import org.portbench.harness.measure.Expectation;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.workload.ArrivalProcess;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.OperationSource;
import org.portbench.harness.workload.Pace;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * One thread that asks for I/O, many operations at a time if its pace says so. It writes the data
 * it sends and reads the data it gets, through its own page table, and judges what arrived.
 */
public final class Client {
  private static final int TIMER_PRIORITY = 3;
  private static final long PS_PER_SECOND = 1_000_000_000_000L;

  /** Origins 0 and 1 are zeroes and what was on the medium before. */
  private static final long FIRST_ORIGIN = 2;

  private final ClientPlan plan;
  private final Path path;
  private final DomainThread thread;
  private final EventQueue events;
  private final OperationLimit limit;
  private final Tally tally;
  private final OriginSequence origins;
  private final OperationSource source;
  private final RandomStream chance;
  private final int timer;
  private final PriorityQueue<Long> duePs = new PriorityQueue<>();
  private final ArrayDeque<Arrival> arrivals = new ArrayDeque<>();
  private final FileOrder order;
  private final Backlog backlog = new Backlog();
  private Optional<Operation> next = Optional.empty();
  private boolean started;
  private long startedPs;
  private int outstanding;

  private record Arrival(Operation operation, long intendedPs) {}

  /** Numbers the writes of all clients of a cell. */
  public static final class OriginSequence {
    private long next = FIRST_ORIGIN;

    long next() {
      return next++;
    }
  }

  public Client(
      ClientPlan plan,
      Path path,
      OperationLimit limit,
      Tally tally,
      OriginSequence origins,
      long seed) {
    this.plan = plan;
    this.path = path;
    this.thread = path.station(0).thread();
    this.events = path.machine().events();
    this.limit = limit;
    this.tally = tally;
    this.origins = origins;
    this.source = plan.source().apply(seed);
    this.chance = new RandomStream(seed, "arrivals of " + plan.name());
    this.timer = events.newSlot(TIMER_PRIORITY, this::due);
    this.order = new FileOrder(plan.pace() instanceof Pace.ClosedLoop loop && loop.orderPerFile());
  }

  public ClientPlan plan() {
    return plan;
  }

  /** Starts, or goes on after the limit was raised, until there is no more to ask. */
  public void start() {
    if (!started) {
      started = true;
      startedPs = Math.addExact(events.nowPs(), plan.startDelayPs());
    }
    backlog.clear();
    switch (plan.pace()) {
      case Pace.ClosedLoop loop -> {
        for (int slot = 0; slot < loop.queueDepth(); slot++) {
          at(Math.max(events.nowPs(), startedPs));
        }
      }
      case Pace.OpenLoop _, Pace.Timed _ -> arriveNext(Math.max(events.nowPs(), startedPs));
    }
  }

  /** Whether an open loop cannot keep up with what arrives. */
  public boolean saturated() {
    return !(plan.pace() instanceof Pace.ClosedLoop) && backlog.grows();
  }

  // ---- when ----------------------------------------------------------------------------------

  private void at(long timePs) {
    duePs.add(timePs);
    events.schedule(timer, duePs.peek());
  }

  private void due(long nowPs) {
    while (!duePs.isEmpty() && duePs.peek() <= nowPs) {
      duePs.remove();
      switch (plan.pace()) {
        case Pace.ClosedLoop _ -> thread.arrive(this::askNext, false);
        case Pace.OpenLoop _, Pace.Timed _ -> arrived(nowPs);
      }
    }
    if (!duePs.isEmpty()) {
      events.schedule(timer, duePs.peek());
    }
  }

  private void arrived(long nowPs) {
    Operation operation = next.orElseThrow();
    next = Optional.empty();
    arrivals.add(new Arrival(operation, nowPs));
    outstanding++;
    backlog.arrived(outstanding);
    count(operation);
    thread.arrive(
        () -> {
          Arrival arrival = arrivals.remove();
          ask(arrival.operation, arrival.intendedPs);
        },
        true);
    arriveNext(nowPs);
  }

  private void arriveNext(long nowPs) {
    if (outstanding >= Backlog.LIMIT || !fetch(nowPs)) {
      return;
    }
    long timePs =
        switch (plan.pace()) {
          case Pace.OpenLoop(ArrivalProcess process) ->
              next.orElseThrow().kind().movesData() ? nowPs + gapPs(process) : nowPs;
          case Pace.Timed _ -> startedPs + next.orElseThrow().notBeforePs();
          case Pace.ClosedLoop _ ->
              throw new IllegalStateException("a closed loop has no arrivals");
        };
    at(Math.max(nowPs, timePs));
  }

  private long gapPs(ArrivalProcess process) {
    double meanPs = PS_PER_SECOND / process.perSecond();
    return switch (process) {
      case ArrivalProcess.Constant _ -> Math.round(meanPs);
      case ArrivalProcess.Poisson _ -> chance.exponential(meanPs);
    };
  }

  // ---- what ----------------------------------------------------------------------------------

  /** Closed loop: a slot is free for the next operation. */
  private void askNext() {
    if (!fetch(events.nowPs())) {
      return;
    }
    Operation operation = next.orElseThrow();
    if (order.blocks(operation)) {
      order.park(() -> thread.postOwn(this::askNext));
      return;
    }
    next = Optional.empty();
    outstanding++;
    count(operation);
    order.begin(operation);
    ask(operation, events.nowPs());
  }

  /** Looks at the next operation; false when the client is to ask for no more. */
  private boolean fetch(long nowPs) {
    boolean over = plan.runtimePs() > 0 && nowPs >= startedPs + plan.runtimePs();
    if (limit.reached() || over) {
      return false;
    }
    if (next.isEmpty()) {
      next = source.next();
    }
    return next.isPresent();
  }

  private void count(Operation operation) {
    if (operation.kind().movesData()) {
      limit.started();
    }
  }

  private void ask(Operation operation, long intendedPs) {
    path.step(0, "asks");
    Message.Operation asked =
        switch (operation.kind()) {
          case READ -> Message.Operation.READ;
          case WRITE -> Message.Operation.WRITE;
          case SYNC, DATA_SYNC -> Message.Operation.FLUSH;
        };
    long origin = origins.next();
    Request request =
        new Request(
            path,
            0,
            origin,
            asked,
            operation.length(),
            answered -> answered(answered, operation, intendedPs));
    request
        .of(operation.file(), operation.offset())
        .dataOnly(operation.kind() == Operation.Kind.DATA_SYNC);
    if (operation.kind().movesData() && path.movesData()) {
      Payload buffer = thread.task().buffers().take(operation.length());
      request.hold(0, buffer);
      if (operation.kind() == Operation.Kind.WRITE) {
        path.kernel().data().produce(buffer, origin, 0);
        request.expecting(Optional.of(Expectation.ofWrite(operation.length(), origin)));
      } else {
        request.expecting(Optional.of(Expectation.ofRead(operation.length())));
      }
    }
    path.descend(request, 0);
  }

  private void answered(Request request, Operation operation, long intendedPs) {
    judge(request, operation);
    finish(request);
    thread.atEnd(() -> {
      if (operation.kind().movesData()) {
        tally.moved(operation.length(), intendedPs, events.nowPs());
      } else {
        tally.synced();
      }
      outstanding--;
      order.end(operation);
      askAgain();
    });
  }

  /** The buffer is the client's own; what arrived elsewhere is not. */
  private void finish(Request request) {
    Payload buffer = request.held(0);
    Payload answer = request.reply(0);
    if (answer != buffer) {
      path.release(request, 0, answer);
    }
    path.kernel().giveBack(path.station(0).domain(), buffer);
  }

  private void judge(Request request, Operation operation) {
    request
        .expectation()
        .ifPresent(expectation -> {
          boolean same =
              operation.kind() == Operation.Kind.READ
                  ? path.kernel().data().consume(arrived(request), expectation.bytes())
                  : expectation.kept();
          tally.payload().checked(same, operation.length(), operation.toString());
        });
  }

  private static Payload arrived(Request request) {
    Payload answer = request.reply(0);
    return answer.length() == 0 ? request.held(0) : answer;
  }

  private void askAgain() {
    switch (plan.pace()) {
      case Pace.ClosedLoop loop -> {
        if (loop.thinkTimePs() > 0) {
          at(events.nowPs() + loop.thinkTimePs());
        } else {
          thread.postOwn(this::askNext);
        }
      }
      case Pace.OpenLoop _, Pace.Timed _ -> {}
    }
  }
}
