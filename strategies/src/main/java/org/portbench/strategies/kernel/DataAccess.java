package org.portbench.strategies.kernel;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.memory.PhysicalMemory;
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
      case PageList list -> ofPages(list, from, length, pieces);
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
    int core = vm.cpu().number();
    int i = 0;
    int j = 0;
    int end;
    for (int at = 0; at < length; at = end) {
      end = Math.min(read.start(i + 1), written.start(j + 1));
      memory.copy(
          core,
          read.frameNumber(i),
          read.offset(i) + at - read.start(i),
          written.frameNumber(j),
          written.offset(j) + at - written.start(j),
          end - at);
      i += end == read.start(i + 1) ? 1 : 0;
      j += end == written.start(j + 1) ? 1 : 0;
    }
  }

  /** Reads or writes bytes where they are; writing leaves the given origin's bytes. */
  public void touch(Payload payload, int from, int length, Access access, Category category) {
    Pieces pieces = pieces(payload, from, length, access, seen);
    touch(pieces, category);
  }

  private void touch(Pieces pieces, Category category) {
    int core = vm.cpu().number();
    memory.touch(core, pieces.frames(), pieces.starts(), pieces.count(), category);
  }

  /**
   * Produces data: the bytes become {@code origin}'s, from {@code base} on. To do that with memory
   * that a request under way refers to violates the protocol of sharing, which is counted.
   */
  public void produce(Payload payload, long origin, long base) {
    Pieces pieces = pieces(payload, 0, payload.length(), Access.WRITE, seen);
    loans.written(payload);
    for (int i = 0; i < pieces.count(); i++) {
      Content content = pieces.frame(i).content();
      content.fill(pieces.offset(i), pieces.length(i), origin, base + pieces.start(i));
    }
    touch(pieces, Category.TOUCH);
  }

  /** Consumes data: reads it all; returns whether it is what {@code expected} says. */
  public boolean consume(Payload payload, Content expected) {
    Pieces pieces = pieces(payload, 0, payload.length(), Access.READ, seen);
    touch(pieces, Category.TOUCH);
    boolean same = true;
    for (int i = 0; i < pieces.count(); i++) {
      Content content = pieces.frame(i).content();
      same &= content.matches(pieces.offset(i), expected, pieces.start(i), pieces.length(i));
    }
    return same;
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
    int offset = (int) (from % pageBytes);
    int left = length;
    for (int i = 0; left > 0; i++) {
      int run = Math.min(pageBytes - offset, left);
      pieces.add(frames[i], offset, run);
      left -= run;
      offset = 0;
    }
  }

  private void ofPathBuffers(PathBuffers buffers, int from, int length, Pieces pieces) {
    int skip = from;
    int left = length;
    for (PathBuffers.Part part : buffers.parts()) {
      int start = Math.min(skip, part.length());
      skip -= start;
      int run = Math.min(left, part.length() - start);
      left -= run;
      ofOwn(part.buffer().object(), part.offset() + start, run, pieces);
    }
  }

  /** The kernel's own buffers are mapped where it sees them; there is nothing to look up. */
  private void ofOwn(VmObject object, int from, int length, Pieces pieces) {
    int pageBytes = memory.pageBytes();
    for (int at = from; at < from + length; ) {
      int offset = at % pageBytes;
      int run = Math.min(pageBytes - offset, from + length - at);
      pieces.add(object.pageAt(at / pageBytes).frame().number(), offset, run);
      at += run;
    }
  }

  private void ofPages(PageList list, int from, int length, Pieces pieces) {
    int skip = from;
    int left = length;
    for (int i = 0; i < list.count(); i++) {
      int start = Math.min(skip, list.length(i));
      skip -= start;
      int run = Math.min(left, list.length(i) - start);
      left -= run;
      if (run > 0) {
        pieces.add(list.pages()[i].frame().number(), list.offset(i) + start, run);
      }
    }
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
    for (long at = from; at < from + length; ) {
      int offset = (int) (at % pageBytes);
      int run = (int) Math.min(pageBytes - offset, from + length - at);
      Frame frame = vm.page(object, (int) (at / pageBytes), access).frame();
      pieces.add(frame.number(), offset, run);
      at += run;
    }
  }
}
