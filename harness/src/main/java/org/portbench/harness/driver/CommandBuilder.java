package org.portbench.harness.driver;

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
  void build(Transfer transfer, Command.Kind kind, Pieces pieces, BusPages busPages) {
    long address = transfer.request().deviceAddress();
    Command command = null;
    for (int i = 0; i < pieces.count(); i++) {
      int done = 0;
      while (done < pieces.length(i)) {
        if (command == null || full(command, pieces, i, done)) {
          command = transfer.add(kind, address);
        }
        long run = run(command, pieces.length(i) - done);
        long bus = busPages.page(i) * pageBytes + pieces.offset(i) + done;
        if (command.memory().append(bus, run)) {
          meter.perform(Primitive.SCATTER_GATHER_ENTRY);
        }
        address += run;
        done += (int) run;
      }
    }
  }

  /** Whether the next block has to go to another command; a command ends with a block. */
  private boolean full(Command command, Pieces pieces, int piece, int done) {
    if (command.bytes() % device.blockBytes() != 0) {
      return false;
    }
    int needed = 0;
    int left = device.blockBytes() + done;
    for (int i = piece; i < pieces.count() && left > 0; i++) {
      left -= pieces.length(i);
      needed++;
    }
    return command.bytes() >= device.maxTransferBytes()
        || command.memory().segments() + needed > device.maxSegments();
  }

  /** How much of what is left of a piece goes into a command at once: up to the end of a block. */
  private long run(Command command, int left) {
    long room = device.maxTransferBytes() - command.bytes();
    long begun = command.bytes() % device.blockBytes();
    long toBlockEnd =
        begun > 0 || left < device.blockBytes()
            ? device.blockBytes() - begun
            : left - left % device.blockBytes();
    return Math.min(left, Math.min(room, toBlockEnd));
  }
}
