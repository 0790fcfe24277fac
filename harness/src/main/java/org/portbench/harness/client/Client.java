package org.portbench.harness.client;

import java.util.List;
import java.util.function.Consumer;
import org.portbench.hardware.cpu.Core;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.hardware.sim.Zone;
import org.portbench.harness.measure.Expectation;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.path.Path;
import org.portbench.harness.path.Request;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.Pace;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * One thread that asks for I/O, many operations at a time if its pace says so. It writes the data
 * it sends and reads the data it gets, through its own page table, and judges what arrived.
 */
public final class Client {
  private final ClientPlan plan;
  private final Path path;
  private final Api api;
  private final DomainThread thread;
  private final EventQueue events;
  private final Tally tally;
  private final Origins origins;
  private final Outbox outbox;
  private final Pacer pacer;
  private final Zone<Call> calls;
  private final Consumer<Call> ended = this::ended;

  public Client(
      ClientPlan plan,
      Path path,
      Api api,
      OperationLimit limit,
      Tally tally,
      Origins origins,
      long seed) {
    this.plan = plan;
    this.path = path;
    this.api = api;
    this.thread = path.station(0).thread();
    this.events = path.machine().events();
    this.tally = tally;
    this.origins = origins;
    this.outbox = new Outbox(path.kernel().data());
    this.calls = new Zone<>(() -> new Call(path, this::answered));
    Supply supply = new Supply(plan, limit, seed);
    this.pacer =
        switch (plan.pace()) {
          case Pace.ClosedLoop loop ->
              new ClosedLoopPacer(loop, supply, thread, events, calls, this::ask);
          case Pace.OpenLoop _, Pace.Timed _ ->
              new ArrivalPacer(plan, supply, thread, events, seed, calls, this::ask);
        };
  }

  public ClientPlan plan() {
    return plan;
  }

  /** Its way to the device. */
  public Path path() {
    return path;
  }

  /** Further threads of the client's task have these CPUs for themselves. */
  public void computeOn(List<Core> cores) {
    cores.forEach(core -> core.computeIn(thread.task().map().space()));
  }

  /** What a buffer holds is sent again and not written anew. */
  public void keepBuffers() {
    outbox.keep();
  }

  /** Starts, or goes on after the limit was raised, until there is no more to ask. */
  public void start() {
    pacer.start();
  }

  /** Whether an open loop cannot keep up with what arrives. */
  public boolean saturated() {
    return pacer.saturated();
  }

  private void ask(Call call) {
    path.step(0, "asks");
    long origin = origins.next();
    Operation operation = call.operation();
    Request request = call.request();
    request
        .begin(origin, asked(operation), operation.length())
        .of(operation.file(), operation.offset())
        .dataOnly(operation.kind() == Operation.Kind.DATA_SYNC);
    if (operation.kind().movesData() && operation.length() > 0 && path.movesData()) {
      Payload buffer = api.buffer(path, operation.length());
      request.hold(0, buffer);
      expect(call, buffer, origin);
      request.expecting(call.expectation());
    }
    path.descend(request, 0);
  }

  private static Message.Operation asked(Operation operation) {
    return switch (operation.kind()) {
      case READ -> Message.Operation.READ;
      case WRITE -> Message.Operation.WRITE;
      case SYNC, DATA_SYNC -> Message.Operation.FLUSH;
    };
  }

  private void expect(Call call, Payload buffer, long origin) {
    Expectation expectation = call.expectation().orElseThrow();
    if (call.operation().kind() == Operation.Kind.READ) {
      outbox.read(buffer);
      expectation.read(call.operation().length());
    } else {
      outbox.write(buffer, origin, expectation);
    }
  }

  private void answered(Call call) {
    Request request = call.request();
    if (request.expectation().isPresent()) {
      check(request, call.operation(), request.expectation().get());
    }
    finish(request);
    thread.atEnd(ended, call);
  }

  private void check(Request request, Operation operation, Expectation expectation) {
    if (operation.kind() == Operation.Kind.READ) {
      look(request, operation, expectation);
    }
    tally.payload().checked(operation.length());
    if (!expectation.kept()) {
      tally.payload().mismatch(operation.toString());
    }
  }

  private void look(Request request, Operation operation, Expectation expectation) {
    Payload arrived = api.delivered(request);
    boolean whole = arrived.length() == operation.length();
    Payload seen = path.reach(request, 0, arrived);
    expectation.seen(whole && path.kernel().data().consume(seen, expectation.bytesIn(arrived)));
    if (seen != arrived) {
      path.release(request, 0, seen);
    }
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

  private void ended(Call call) {
    Operation operation = call.operation();
    if (operation.kind().movesData()) {
      tally.moved(operation.length(), call.intendedPs(), events.nowPs());
    } else {
      tally.synced();
    }
    pacer.ended(operation);
    calls.giveBack(call);
  }
}
