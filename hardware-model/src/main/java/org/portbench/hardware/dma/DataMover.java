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

  /** Those of the segment that is moved. */
  private int[] frames = new int[4];

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
    int offset = (int) (busAddress % pageBytes);
    int pages = Math.toIntExact(Math.ceilDiv(offset + length, pageBytes));
    translate(busAddress / pageBytes, pages);
    long freshEnd = kind == Command.Kind.READ ? medium.freshEnd(deviceAddress, length) : 0;
    long address = deviceAddress;
    long end = address + length;
    for (int page = 0; page < pages; ) {
      int whole = offset > 0 ? 0 : (int) (Math.max(0, freshEnd - address) / pageBytes);
      if (whole > 0) {
        memory.dmaFill(frames, page, page + whole, MediumContent.MEDIUM_ORIGIN, address);
        page += whole;
        address += (long) whole * pageBytes;
      } else {
        int part = (int) Math.min(end - address, pageBytes - offset);
        movePart(kind, address, frames[page], offset, part);
        page++;
        address += part;
        offset = 0;
      }
    }
  }

  private void translate(long firstBusPage, int pages) {
    if (frames.length < pages) {
      frames = new int[Math.max(pages, 2 * frames.length)];
    }
    addresses.translate(firstBusPage, pages, frames);
  }

  private void movePart(Command.Kind kind, long address, int number, int offset, int length) {
    Frame frame = memory.frame(number);
    switch (kind) {
      case READ -> {
        medium.copyOut(address, length, frame, offset);
        memory.dmaWrote(number, length);
      }
      case WRITE -> medium.copyIn(address, length, frame, offset);
      case FLUSH -> throw new IllegalStateException("a flush moves no data");
    }
  }
}
