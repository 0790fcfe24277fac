package org.portbench.harness.driver;

import org.portbench.hardware.Machine;
import org.portbench.hardware.dma.Command;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Wiring;
import org.portbench.strategies.kernel.ipc.Payload;

/**
 * Direct memory access: memory is wired, mapped for the device, listed by segments, and all that is
 * undone afterwards.
 */
final class ByDevice implements DataWay {
  private final Kernel kernel;
  private final CommandBuilder builder;
  private final BusMap bus;
  private final Scratch scratch;

  ByDevice(Kernel kernel) {
    Machine machine = kernel.vm().machine();
    this.kernel = kernel;
    this.builder = new CommandBuilder(machine.profile(), machine.meter());
    this.bus = new BusMap(machine.iommu(), machine.memory().pageBytes());
    this.scratch = new Scratch(kernel, bus);
  }

  @Override
  public void begin(Transfer transfer, Command.Kind kind, Payload payload) {
    Request request = transfer.request();
    Wiring wiring = kernel.wire(payload, request.message().deviceAccess());
    transfer.wired(wiring);
    if (request.path().movesData()) {
      DataWay.checkComplete(request, wiring.pieces().bytes());
      bus.map(wiring.pieces(), payload, transfer.busPages());
      builder.build(transfer, kind, wiring.pieces(), transfer.busPages());
    } else {
      Scratch.Area area = scratch.area(request.message().length());
      builder.build(transfer, kind, area.pieces(), area.busPages());
    }
  }

  @Override
  public void end(Transfer transfer, Payload payload) {
    bus.unmap(transfer.busPages());
    kernel.unwire(transfer.wiring());
  }

  @Override
  public boolean interruptsForEach() {
    return false;
  }

  @Override
  public void close() {
    scratch.close();
    bus.close();
  }
}
