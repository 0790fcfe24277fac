package org.portbench.harness.driver;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.dma.Command;
import org.portbench.strategies.kernel.Pieces;

/**
 * Turns wired memory into commands that the device takes: segments merge where bus addresses follow
 * one another, and a new command begins where one would become too long or get too many segments.
 */
final class CommandBuilder {
  private final MachineProfile.Device device;
  private final Meter meter;
  private final int pageBytes;

  CommandBuilder(MachineProfile profile, Meter meter) {
    this.device = profile.device();
    this.meter = meter;
    this.pageBytes = profile.memory().pageBytes();
  }

  /**
   * @param busPages the bus page of each piece
   */
  List<Command> build(Transfer transfer, Command.Kind kind, Pieces pieces, long[] busPages) {
    List<Command> commands = new ArrayList<>();
    long address = transfer.request().deviceAddress();
    Command command = null;
    for (int i = 0; i < pieces.count(); i++) {
      long bus = busPages[i] * pageBytes + pieces.offset(i);
      int done = 0;
      while (done < pieces.length(i)) {
        if (command == null || full(command)) {
          command = new Command().prepare(kind, address, transfer);
          commands.add(command);
        }
        long room = device.maxTransferBytes() - command.bytes();
        long run = Math.min(pieces.length(i) - done, room);
        if (command.memory().append(bus + done, run)) {
          meter.perform(Primitive.SCATTER_GATHER_ENTRY);
        }
        address += run;
        done += (int) run;
      }
    }
    return commands;
  }

  private boolean full(Command command) {
    boolean blockEnd = command.bytes() % device.blockBytes() == 0;
    return command.bytes() >= device.maxTransferBytes()
        || (blockEnd && command.memory().segments() >= device.maxSegments());
  }
}
