package org.portbench.harness.driver;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
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
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * The block device's driver, in the kernel. It makes commands of whatever payload arrives and rings
 * the doorbell; when the interrupt says that all commands of a request are done it ends what they
 * took, in the thread that made the request, and replies.
 */
public final class DeviceDriver implements Stage {
  private final Kernel kernel;
  private final Machine machine;
  private final Meter meter;
  private final DataWay way;
  private final ArrayDeque<Command> waiting = new ArrayDeque<>();
  private final List<Transfer> done = new ArrayList<>();
  private final MediumJudge judge;
  private final InterruptService service = new InterruptService();
  private final Runnable ringDoorbell = this::ringDoorbell;
  private final Consumer<Transfer> finish = this::finish;
  private final Function<Request, Transfer> newTransfer = Transfer::new;

  public DeviceDriver(Kernel kernel, MediumJudge judge, TransferMode mode) {
    this.kernel = kernel;
    this.judge = judge;
    this.machine = kernel.vm().machine();
    this.meter = machine.meter();
    this.way =
        switch (mode) {
          case DMA -> new ByDevice(kernel);
          case PIO -> new ByCpu(kernel);
        };
    machine.device().onCompletion(this::completed);
  }

  @Override
  public void request(Request request) {
    int at = request.path().stations() - 1;
    request.path().step(at, "submits to the device");
    meter.perform(Primitive.DRIVER_SUBMIT);
    Transfer transfer = request.state(at, newTransfer).begin();
    makeCommands(transfer, request.held(at));
    transfer.issue(machine.nowPs());
    for (int i = 0; i < transfer.commands(); i++) {
      waiting.add(transfer.command(i));
    }
    if (fillRing()) {
      threadOf(request).atEnd(ringDoorbell);
    }
  }

  @Override
  public void reply(Request request) {
    throw new IllegalStateException("nothing lies below the driver");
  }

  private void makeCommands(Transfer transfer, Payload payload) {
    switch (transfer.request().message().operation()) {
      case READ -> way.begin(transfer, Command.Kind.READ, payload);
      case WRITE -> way.begin(transfer, Command.Kind.WRITE, payload);
      case FLUSH -> transfer.add(Command.Kind.FLUSH, 0);
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
    if (last || !waiting.isEmpty() || way.interruptsForEach()) {
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
      for (int i = 0; i < done.size(); i++) {
        threadOf(done.get(i).request()).post(finish, done.get(i));
      }
      done.clear();
    }
  }

  private void finish(Transfer transfer) {
    Request request = transfer.request();
    int at = request.path().stations() - 1;
    request.path().step(at, "completes");
    meter.perform(Primitive.DRIVER_COMPLETE);
    if (request.message().operation() != Operation.FLUSH) {
      way.end(transfer, request.held(at));
    }
    request.answer(at, request.held(at));
    request.path().ascend(request, at);
  }

  private static DomainThread threadOf(Request request) {
    return request.path().station(request.path().stations() - 1).thread();
  }

  /** Gives back the memory kept for requests without data. */
  public void close() {
    way.close();
  }
}
