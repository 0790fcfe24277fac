package org.portbench.hardware.dma;

import org.portbench.hardware.memory.BusAddressSpace;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.PhysicalMemory;

/**
 * Moves what a command is about, once it is due. Every page is translated then, so that memory
 * which the kernel took from the device too early is found out.
 */
final class DataMover {
  private final PhysicalMemory memory;
  private final BusAddressSpace addresses;
  private final MediumContent medium;

  DataMover(PhysicalMemory memory, BusAddressSpace addresses, MediumContent medium) {
    this.memory = memory;
    this.addresses = addresses;
    this.medium = medium;
  }

  void move(Command command) {
    if (command.programmed().isPresent()) {
      toOrFromBuffer(command, command.programmed().get());
      return;
    }
    ScatterGatherList list = command.memory();
    long deviceAddress = command.address();
    for (int segment = 0; segment < list.segments(); segment++) {
      moveSegment(command.kind(), deviceAddress, list.busAddress(segment), list.length(segment));
      deviceAddress += list.length(segment);
    }
  }

  private void toOrFromBuffer(Command command, Content buffer) {
    switch (command.kind()) {
      case READ -> medium.copyOut(command.address(), buffer.size(), buffer, 0);
      case WRITE -> medium.copyIn(command.address(), buffer.size(), buffer, 0);
      case FLUSH -> throw new IllegalStateException("a flush moves no data");
    }
  }

  private void moveSegment(Command.Kind kind, long deviceAddress, long busAddress, long length) {
    int pageBytes = memory.pageBytes();
    long address = deviceAddress;
    long freshEnd = kind == Command.Kind.READ ? medium.freshEnd(address, length) : 0;
    long page = busAddress / pageBytes;
    int offset = (int) (busAddress % pageBytes);
    for (long left = length; left > 0; page++) {
      int part = (int) Math.min(left, pageBytes - offset);
      Frame frame = addresses.frameAt(page);
      if (address + part <= freshEnd) {
        frame.content().fill(offset, part, MediumContent.MEDIUM_ORIGIN, address);
        memory.dmaWrote(frame, part);
      } else {
        movePart(kind, address, frame, offset, part);
      }
      address += part;
      left -= part;
      offset = 0;
    }
  }

  private void movePart(Command.Kind kind, long address, Frame frame, int offset, int length) {
    switch (kind) {
      case READ -> {
        medium.copyOut(address, length, frame.content(), offset);
        memory.dmaWrote(frame, length);
      }
      case WRITE -> medium.copyIn(address, length, frame.content(), offset);
      case FLUSH -> throw new IllegalStateException("a flush moves no data");
    }
  }
}
