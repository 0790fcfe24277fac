package org.portbench.harness.driver;

import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.dma.Command;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.Pieces;
import org.portbench.harness.path.Request;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;

/**
 * Programmed I/O: a CPU moves every byte between memory and the device's buffer, at the pace of the
 * device's link, which flatters it on ATA. It needs the payload at addresses of the kernel's, or of
 * the task that is loaded: what is only referred to is mapped for that on machines without a direct
 * map. Nothing is held for the device or shown to it.
 *
 * <p>Where we differ: an ATA disk interrupts for each block of a command and its data is moved from
 * within; no profile says how long such a block is, so that each command interrupts once, and the
 * thread that made the request moves all of its data. Data to be written is moved when the command
 * is made, also where the device has others to do first.
 */
final class ByCpu implements DataWay {
  private final Kernel kernel;
  private final Machine machine;
  private final MachineProfile.Device device;
  private final BusMap bus;
  private final Scratch scratch;

  ByCpu(Kernel kernel) {
    this.kernel = kernel;
    this.machine = kernel.vm().machine();
    this.device = machine.profile().device();
    this.bus = new BusMap(machine.iommu(), machine.memory().pageBytes());
    this.scratch = new Scratch(kernel, bus);
  }

  @Override
  public void begin(Transfer transfer, Command.Kind kind, Payload payload) {
    Request request = transfer.request();
    int length = request.message().length();
    for (int done = 0; done < length; ) {
      int run = (int) Math.min(length - done, device.maxTransferBytes());
      Content buffer = new Content(run);
      long address = request.deviceAddress() + done;
      transfer.add(kind, address).programmed(buffer);
      done += run;
    }
    if (kind == Command.Kind.WRITE) {
      move(transfer, payload, Access.READ);
    }
  }

  @Override
  public void end(Transfer transfer, Payload payload) {
    if (transfer.command(0).kind() == Command.Kind.READ) {
      move(transfer, payload, Access.WRITE);
    }
  }

  /** The floor has its bytes moved too, to where nobody looks. */
  private void move(Transfer transfer, Payload payload, Access access) {
    Request request = transfer.request();
    boolean real = request.path().movesData();
    Payload memory = real ? payload : scratch.area(request.message().length()).bytes();
    kernel.data().demand(memory, access);
    kernel.reached(
        new Domain.InKernel(),
        memory,
        reached -> {
          DataWay.checkComplete(request, reached.length());
          int at = 0;
          for (int i = 0; i < transfer.commands(); i++) {
            Content buffer = transfer.command(i).programmed().orElseThrow();
            move(kernel.data().pieces(reached, at, buffer.size(), access), buffer, access);
            at += buffer.size();
          }
        });
  }

  private void move(Pieces pieces, Content buffer, Access access) {
    long ps = Math.multiplyExact(buffer.size(), device.linkPsPerByte());
    machine.meter().charge(Category.DRIVER, "PIO_BYTES", buffer.size(), ps);
    int at = 0;
    for (int i = 0; i < pieces.count(); i++) {
      Frame frame = pieces.frame(i);
      int length = pieces.length(i);
      machine.memory().touch(kernel.vm().cpu().number(), frame.number(), length, Category.COPY);
      switch (access) {
        case READ -> frame.copyTo(buffer, pieces.offset(i), at, length);
        case WRITE -> frame.copyFrom(buffer, at, pieces.offset(i), length);
      }
      at += length;
    }
  }

  @Override
  public boolean interruptsForEach() {
    return true;
  }

  @Override
  public void close() {
    scratch.close();
    bus.close();
  }
}
