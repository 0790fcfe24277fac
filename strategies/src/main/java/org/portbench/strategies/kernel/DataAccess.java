package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.memory.Pieces;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/** The CPU's hands on data: finds the frames behind a payload and reads, writes, copies them. */
public final class DataAccess {
  private final VmSystem vm;
  private final PageFaults faults;
  private final Loans loans;
  private final PhysicalMemory memory;
  private final Pieces seen;
  private final Pieces read;
  private final Pieces written;

  DataAccess(VmSystem vm, PageFaults faults, Loans loans) {
    this.vm = vm;
    this.faults = faults;
    this.loans = loans;
    this.memory = vm.machine().memory();
    this.seen = new Pieces(memory);
    this.read = new Pieces(memory);
    this.written = new Pieces(memory);
  }

  /** The frames behind part of a payload; by address, each page is translated and may fault. */
  public Pieces pieces(Payload payload, int from, int length, Access access) {
    return pieces(payload, from, length, access, new Pieces(memory));
  }

  private Pieces pieces(Payload payload, int from, int length, Access access, Pieces pieces) {
    if (from < 0 || length < 0 || from > payload.length() - length) {
      throw new AddressFault(from + " + " + length + " is outside " + payload.length() + " bytes");
    }
    pieces.clear();
    switch (payload) {
      case Nothing _ -> {}
      case AddressRanges held -> ofAddresses(held, from, length, access, pieces);
      case InlineBytes bytes -> ofOwn(bytes.buffer().object(), from, length, pieces);
      case PageList list -> pieces.addPart(list.pieces(), from, length);
      case ObjectRanges ranges -> ofRanges(ranges, from, length, access, pieces);
      case FileRanges files -> ofRanges(files.named(), from, length, access, pieces);
      case EntryRanges ranges -> ofRanges(ranges.named(), from, length, access, pieces);
      case RegisteredRange ranges -> ofRanges(ranges.named(), from, length, access, pieces);
      case PathBuffers buffers -> ofPathBuffers(buffers, from, length, pieces);
      case TaskRanges _ ->
          throw new IllegalStateException("another task's memory has no address here");
      case MapCopy _ -> throw new IllegalStateException("a detached map copy has no address");
    }
    return pieces;
  }

  /** What a payload does not allow is an address fault, before anybody has mapped it. */
  public void demand(Payload payload, Access access) {
    switch (payload) {
      case ObjectRanges ranges -> demandOf(ranges, access);
      case FileRanges files -> demandOf(files.named(), access);
      case RegisteredRange ranges -> demandOf(ranges.named(), access);
      case EntryRanges ranges -> demandOf(ranges.named(), access);
      case Nothing _,
          TaskRanges _,
          AddressRanges _,
          InlineBytes _,
          PageList _,
          PathBuffers _,
          MapCopy _ -> {}
    }
  }

  private static void demandOf(ObjectRanges ranges, Access access) {
    for (int i = 0; i < ranges.rangeCount(); i++) {
      if (!ranges.range(i).allows(access)) {
        throw new AddressFault(
            "the reference to " + ranges.range(i).object() + " does not allow to " + access);
      }
    }
  }

  /** Copies bytes with the CPU. */
  public void copy(Payload source, int sourceFrom, Payload target, int from, int length) {
    pieces(source, sourceFrom, length, Access.READ, read);
    pieces(target, from, length, Access.WRITE, written);
    memory.copy(vm.cpu().number(), read, written);
  }

  /** Reads or writes bytes where they are; writing leaves the given origin's bytes. */
  public void touch(Payload payload, int from, int length, Access access, Category category) {
    Pieces pieces = pieces(payload, from, length, access, seen);
    memory.touch(vm.cpu().number(), pieces, category);
  }

  /**
   * Produces data: the bytes become {@code origin}'s, from {@code base} on. To do that with memory
   * that a request under way refers to violates the protocol of sharing, which is counted.
   */
  public void produce(Payload payload, long origin, long base) {
    Pieces pieces = pieces(payload, 0, payload.length(), Access.WRITE, seen);
    loans.written(payload);
    memory.fill(pieces, origin, base);
    memory.touch(vm.cpu().number(), pieces, Category.TOUCH);
  }

  /** Consumes data: reads it all; returns whether it is what {@code expected} says. */
  public boolean consume(Payload payload, Content expected) {
    Pieces pieces = pieces(payload, 0, payload.length(), Access.READ, seen);
    memory.touch(vm.cpu().number(), pieces, Category.TOUCH);
    return memory.matches(pieces, expected);
  }

  private void ofAddresses(AddressRanges held, int from, int length, Access access, Pieces pieces) {
    if (access == Access.WRITE && held.rights() == Access.READ) {
      throw new AddressFault("what is named in " + held.map().space() + " is only to be read");
    }
    int skip = from;
    int left = length;
    IoVec ranges = held.present();
    for (int i = 0; i < ranges.count(); i++) {
      int start = Math.min(skip, ranges.length(i));
      skip -= start;
      int run = Math.min(left, ranges.length(i) - start);
      left -= run;
      ofMapped(held.map(), ranges.address(i) + start, run, access, pieces);
    }
  }

  private void ofMapped(VmMap map, long from, int length, Access access, Pieces pieces) {
    int pageBytes = memory.pageBytes();
    int[] frames = faults.access(map, from / pageBytes, map.pagesOf(from, length), access);
    pieces.addAll(frames, 0, (int) (from % pageBytes), length);
  }

  private void ofPathBuffers(PathBuffers buffers, int from, int length, Pieces pieces) {
    int skip = from;
    int left = length;
    for (int i = 0; i < buffers.rangeCount(); i++) {
      int start = Math.min(skip, buffers.length(i));
      skip -= start;
      int run = Math.min(left, buffers.length(i) - start);
      left -= run;
      ofOwn(buffers.buffer(i).object(), buffers.offset(i) + start, run, pieces);
    }
  }

  /** The kernel's own buffers are mapped where it sees them; there is nothing to look up. */
  private void ofOwn(VmObject object, int from, int length, Pieces pieces) {
    int pageBytes = memory.pageBytes();
    int first = from / pageBytes;
    int pages = vm.pagesOf(from % pageBytes, length);
    if (length > 0 && object.there(first, pages, Access.READ) < pages) {
      throw new IllegalStateException(object + " lacks pages of its " + object.pageCount());
    }
    pieces.addAll(object.pages(), first, from % pageBytes, length);
  }

  private void ofRanges(ObjectRanges ranges, int from, int length, Access access, Pieces pieces) {
    demandOf(ranges, access);
    int skip = from;
    int left = length;
    for (int i = 0; i < ranges.rangeCount(); i++) {
      ObjectRange range = ranges.range(i);
      int start = Math.min(skip, range.length());
      skip -= start;
      int run = Math.min(left, range.length() - start);
      left -= run;
      ofObject(range.object(), range.offset() + start, run, access, pieces);
    }
  }

  private void ofObject(VmObject object, long from, int length, Access access, Pieces pieces) {
    int pageBytes = memory.pageBytes();
    int first = (int) (from / pageBytes);
    int offset = (int) (from % pageBytes);
    int pages = length == 0 ? 0 : vm.pagesOf(offset, length);
    if (vm.lookedUp(object, first, pages, access)) {
      pieces.addAll(object.pages(), first, offset, length);
    } else {
      pieces.addEach(index -> vm.page(object, index, access), first, offset, length);
    }
  }
}
