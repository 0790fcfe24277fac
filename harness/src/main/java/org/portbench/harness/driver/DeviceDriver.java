package org.portbench.harness.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.dma.Command;
import org.portbench.harness.path.DomainThread;
import org.portbench.harness.path.Request;
import org.portbench.harness.path.Stage;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Wiring;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * The block device's driver, in the kernel. It wires whatever payload arrives, maps it for the
 * device, builds scatter-gather lists and rings the doorbell; when the interrupt says that all
 * commands of a request are done it undoes that, in the thread that made the request, and replies.
 */
public final class DeviceDriver implements Stage {
  private final Kernel kernel;
  private final Machine machine;
  private final Meter meter;
  private final CommandBuilder builder;
  private final BusMap bus;
  private final ArrayDeque<Command> waiting = new ArrayDeque<>();
  private final List<Done> done = new ArrayList<>();
  private final Scratch scratch;

  private record Done(Transfer transfer, long completedPs) {}

  public DeviceDriver(Kernel kernel) {
    this.kernel = kernel;
    this.machine = kernel.vm().machine();
    this.meter = machine.meter();
    this.builder = new CommandBuilder(machine.profile(), meter);
    this.bus = new BusMap(machine.iommu());
    this.scratch = new Scratch(kernel, bus);
    machine.device().onCompletion(this::completed);
  }

  @Override
  public void request(Request request) {
    int at = request.path().stations() - 1;
    request.path().step(at, "submits to the device");
    meter.perform(Primitive.DRIVER_SUBMIT);
    waiting.addAll(commands(request, request.held(at)));
    fillRing(request.path().station(at).thread());
  }

  @Override
  public void reply(Request request) {
    throw new IllegalStateException("nothing lies below the driver");
  }

  private List<Command> commands(Request request, Payload payload) {
    Wiring wiring = kernel.wire(payload, request.message().deviceAccess());
    return switch (request.message().operation()) {
      case READ -> commands(request, Command.Kind.READ, wiring);
      case WRITE -> commands(request, Command.Kind.WRITE, wiring);
      case FLUSH -> {
        Transfer flush = new Transfer(request, wiring, new long[0]);
        yield flush.issue(List.of(new Command().prepare(Command.Kind.FLUSH, 0, flush)));
      }
    };
  }

  private List<Command> commands(Request request, Command.Kind kind, Wiring wiring) {
    if (request.path().movesData()) {
      long[] busPages = bus.map(wiring.pieces());
      Transfer transfer = new Transfer(request, wiring, busPages);
      return transfer.issue(builder.build(transfer, kind, wiring.pieces(), busPages));
    }
    Scratch.Area area = scratch.area(request.message().length());
    Transfer transfer = new Transfer(request, wiring, new long[0]);
    return transfer.issue(builder.build(transfer, kind, area.pieces(), area.busPages()));
  }

  /** What does not fit waits here until commands complete. */
  private void fillRing(DomainThread thread) {
    boolean any = false;
    while (!waiting.isEmpty() && machine.device().submit(waiting.peek())) {
      waiting.remove();
      any = true;
    }
    if (any) {
      meter.charge(Category.DRIVER, "DOORBELL", 1, machine.profile().device().doorbellPs());
      thread.atEnd(() -> machine.device().ringDoorbell(machine.events().nowPs()));
    }
  }

  /** The device has finished a command: it interrupts when all of its request are. */
  private void completed(Command command, long nowPs) {
    Transfer transfer = (Transfer) command.tag();
    Request request = transfer.request();
    if (request.path().movesData()) {
      request.expectation().ifPresent(e -> e.completed(command, machine.device().content()));
    }
    if (transfer.completed()) {
      done.add(new Done(transfer, nowPs));
      DomainThread thread = threadOf(request);
      machine.interrupts().route(thread.core(), this::interrupted);
      machine.interrupts().completed();
    }
  }

  private void interrupted() {
    List<Done> finished = List.copyOf(done);
    done.clear();
    for (Done each : finished) {
      threadOf(each.transfer.request()).post(() -> finish(each.transfer));
    }
  }

  private void finish(Transfer transfer) {
    Request request = transfer.request();
    int at = request.path().stations() - 1;
    request.path().step(at, "completes");
    meter.perform(Primitive.DRIVER_COMPLETE);
    bus.unmap(transfer.busPages());
    kernel.unwire(transfer.wiring());
    fillRing(threadOf(request));
    request.answer(at, request.held(at));
    request.path().ascend(request, at);
  }

  private static DomainThread threadOf(Request request) {
    return request.path().station(request.path().stations() - 1).thread();
  }

  /** Gives back the memory kept for requests without data. */
  public void close() {
    scratch.close();
  }
}
