package org.portbench.harness.driver;

import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.dma.Command;
import org.portbench.hardware.memory.Pieces;

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
   * @param busPages where the device sees the pieces
   */
  void build(Transfer transfer, Command.Kind kind, Pieces pieces, BusPages busPages) {
    long address = transfer.request().deviceAddress();
    Command command = null;
    for (int run = 0; run < busPages.runs(); run++) {
      int start = busPages.start(run);
      int from = pieces.start(start);
      int length = pieces.start(busPages.end(run)) - from;
      long bus = busPages.page(run) * pageBytes + pieces.offset(start);
      for (int done = 0; done < length; ) {
        int piece = start + (pieces.offset(start) + done) / pageBytes;
        if (command == null || full(command, pieces, piece, from + done)) {
          command = transfer.add(kind, address);
        }
        int end = atOnce(command, piece, busPages.end(run));
        long part = part(command, pieces.start(end) - from - done);
        if (command.memory().append(bus + done, part)) {
          meter.perform(Primitive.SCATTER_GATHER_ENTRY);
        }
        address += part;
        done += (int) part;
      }
    }
  }

  /** Whether the next block, from so many bytes on, has to go to another command. */
  private boolean full(Command command, Pieces pieces, int piece, int from) {
    if (command.bytes() % device.blockBytes() != 0) {
      return false;
    }
    int needed = 0;
    for (int i = piece; i < pieces.count() && pieces.start(i) < from + device.blockBytes(); i++) {
      needed++;
    }
    return command.bytes() >= device.maxTransferBytes()
        || command.memory().segments() + needed > device.maxSegments();
  }

  /**
   * The piece before which to look again whether the command is full, of a run that ends before
   * another: the next one, but where no block that begins earlier could be one too many.
   */
  private int atOnce(Command command, int piece, int runEnd) {
    int blockPieces = (device.blockBytes() - 1) / pageBytes + 2;
    boolean room = command.memory().segments() + 1 + blockPieces <= device.maxSegments();
    return room ? Math.max(piece + 1, runEnd - blockPieces) : piece + 1;
  }

  /** How much of what is left goes into a command at once: up to the end of a block. */
  private long part(Command command, int left) {
    long room = device.maxTransferBytes() - command.bytes();
    long begun = command.bytes() % device.blockBytes();
    long toBlockEnd =
        begun > 0 || left < device.blockBytes()
            ? device.blockBytes() - begun
            : left - left % device.blockBytes();
    return Math.min(left, Math.min(room, toBlockEnd));
  }
}
