package org.portbench.harness.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.cpu.Activity;
import org.portbench.hardware.cpu.Core;
import org.portbench.hardware.dma.Command;
import org.portbench.harness.measure.MediumJudge;
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
  private final List<Transfer> done = new ArrayList<>();
  private final Scratch scratch;
  private final MediumJudge judge;
  private final InterruptService service = new InterruptService();

  public DeviceDriver(Kernel kernel, MediumJudge judge) {
    this.kernel = kernel;
    this.judge = judge;
    this.machine = kernel.vm().machine();
    this.meter = machine.meter();
    this.builder = new CommandBuilder(machine.profile(), meter);
    this.bus = new BusMap(machine.iommu(), machine.memory().pageBytes());
    this.scratch = new Scratch(kernel, bus);
    machine.device().onCompletion(this::completed);
  }

  @Override
  public void request(Request request) {
    int at = request.path().stations() - 1;
    request.path().step(at, "submits to the device");
    meter.perform(Primitive.DRIVER_SUBMIT);
    waiting.addAll(commands(request, request.held(at)));
    if (fillRing()) {
      threadOf(request).atEnd(this::ringDoorbell);
    }
  }

  @Override
  public void reply(Request request) {
    throw new IllegalStateException("nothing lies below the driver");
  }

  private List<Command> commands(Request request, Payload payload) {
    Wiring wiring = kernel.wire(payload, request.message().deviceAccess());
    return switch (request.message().operation()) {
      case READ -> commands(request, Command.Kind.READ, wiring, payload);
      case WRITE -> commands(request, Command.Kind.WRITE, wiring, payload);
      case FLUSH -> {
        Transfer flush = new Transfer(request, wiring, new long[0]);
        yield flush.issue(
            List.of(new Command().prepare(Command.Kind.FLUSH, 0, flush)), machine.nowPs());
      }
    };
  }

  private List<Command> commands(
      Request request, Command.Kind kind, Wiring wiring, Payload payload) {
    if (request.path().movesData()) {
      checkComplete(request, wiring);
      long[] busPages = bus.map(wiring.pieces(), payload);
      Transfer transfer = new Transfer(request, wiring, busPages);
      return transfer.issue(
          builder.build(transfer, kind, wiring.pieces(), busPages), machine.nowPs());
    }
    Scratch.Area area = scratch.area(request.message().length());
    Transfer transfer = new Transfer(request, wiring, new long[0]);
    return transfer.issue(
        builder.build(transfer, kind, area.pieces(), area.busPages()), machine.nowPs());
  }

  /** Half a payload would move half the bytes. */
  private static void checkComplete(Request request, Wiring wiring) {
    if (wiring.pieces().bytes() != request.message().length()) {
      throw new IllegalStateException(
          "the driver got memory of "
              + wiring.pieces().bytes()
              + " bytes for a request of "
              + request.message().length());
    }
  }

  /** Puts what fits into the ring; the rest waits here. Returns whether the device has to know. */
  private boolean fillRing() {
    boolean any = false;
    while (!waiting.isEmpty() && machine.device().submit(waiting.peek())) {
      Transfer transfer = (Transfer) waiting.remove().tag();
      long waitedPs = transfer.entered(machine.nowPs());
      if (waitedPs > 0) {
        meter.chargeAside(Category.QUEUEING, "RING_QUEUE", 1, waitedPs);
      }
      any = true;
    }
    if (any) {
      meter.charge(Category.DRIVER, "DOORBELL", 1, machine.profile().device().doorbellPs());
    }
    return any;
  }

  private void ringDoorbell() {
    machine.device().ringDoorbell(machine.events().nowPs());
  }

  /** The device has finished a command: it interrupts when its request is done or others wait. */
  private void completed(Command command, long nowPs) {
    Transfer transfer = (Transfer) command.tag();
    Request request = transfer.request();
    if (request.path().movesData()) {
      judge.completed(command, request.expectation());
    }
    boolean last = transfer.completed();
    if (last) {
      done.add(transfer);
    }
    if (last || !waiting.isEmpty()) {
      machine.interrupts().route(threadOf(request).core(), service);
      machine.interrupts().completed();
    }
  }

  /** Within the interrupt: keeps the device busy first, then hands on what is done. */
  private final class InterruptService implements Activity {
    private boolean refilled;

    @Override
    public void run(Core core) {
      kernel.vm().runOn(core);
      refilled |= fillRing();
    }

    @Override
    public void ended(Core core) {
      kernel.vm().runOn(core);
      if (refilled) {
        refilled = false;
        ringDoorbell();
      }
      List<Transfer> finished = List.copyOf(done);
      done.clear();
      for (Transfer transfer : finished) {
        threadOf(transfer.request()).post(() -> finish(transfer));
      }
    }
  }

  private void finish(Transfer transfer) {
    Request request = transfer.request();
    int at = request.path().stations() - 1;
    request.path().step(at, "completes");
    meter.perform(Primitive.DRIVER_COMPLETE);
    bus.unmap(transfer.busPages(), request.held(at));
    kernel.unwire(transfer.wiring());
    request.answer(at, request.held(at));
    request.path().ascend(request, at);
  }

  private static DomainThread threadOf(Request request) {
    return request.path().station(request.path().stations() - 1).thread();
  }

  /** Gives back the memory kept for requests without data. */
  public void close() {
    scratch.close();
    bus.close();
  }
}
