package org.portbench.harness.vfs;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * What is in memory of one file: the pages of its VM object. A file system in a task has the object
 * in its map, one in the kernel names it.
 *
 * <p>The pages that are in memory from the start take a frame when they are first used, as if the
 * same had been done with them before: in the map of a task their translations are there, to be
 * read or to be written.
 */
final class CachedFile {
  private final Kernel kernel;
  private final Meter meter;
  private final Domain domain;
  private final VmObject object;
  private final long address;
  private final long bytes;
  private final BitSet resident;
  private final BitSet dirty = new BitSet();
  private final int pageBytes;
  private final long firstPage;

  /** Bytes of the file, from one page's first on. */
  record Run(int firstPage, int endPage, long offset, int length) {}

  /**
   * @param address of the file's first byte on the device
   * @param bytes whole blocks
   */
  CachedFile(Kernel kernel, Domain domain, long address, long bytes, BitSet resident) {
    this.kernel = kernel;
    this.meter = kernel.vm().machine().meter();
    this.domain = domain;
    this.address = address;
    this.bytes = bytes;
    this.resident = resident;
    this.pageBytes = kernel.vm().pageBytes();
    this.object = kernel.vm().createFile(pageCount(bytes, pageBytes));
    this.firstPage =
        switch (domain) {
          case Domain.InTask(var task) -> task.map().enter(object, 0, object.pageCount(), true);
          case Domain.InKernel _ -> 0;
        };
  }

  static int pageCount(long bytes, int pageBytes) {
    return Math.toIntExact(Math.max(1, Math.ceilDiv(bytes, (long) pageBytes)));
  }

  long address() {
    return address;
  }

  int firstPage(long offset) {
    return (int) (offset / pageBytes);
  }

  int endPage(long offset, int length) {
    return (int) Math.ceilDiv(offset + length, (long) pageBytes);
  }

  /** Whether all of these bytes are in memory: a look for each page, up to one that is not. */
  boolean holds(long offset, int length) {
    for (int page = firstPage(offset); page < endPage(offset, length); page++) {
      meter.perform(Primitive.PAGE_LOOKUP);
      if (!resident.get(page)) {
        return false;
      }
    }
    return true;
  }

  /** Bytes that are in memory, for a reply: whoever gets them only reads, and gives them back. */
  Payload answer(long offset, int length) {
    Payload pages = pages(offset, length, Access.READ);
    return pages instanceof ObjectRanges ranges ? kernel.refer(ranges) : pages;
  }

  /** From here on the device has older bytes. */
  void change(long offset, int length) {
    dirty.set(firstPage(offset), endPage(offset, length));
  }

  /** The parts of a run of bytes that are in memory, where in the run and how long. */
  void partsInMemory(long offset, int length, BiConsumer<Integer, Integer> part) {
    long end = offset + length;
    for (int page = resident.nextSetBit(firstPage(offset));
        page >= 0 && (long) page * pageBytes < end;
        page = resident.nextSetBit(resident.nextClearBit(page))) {
      long from = Math.max(offset, (long) page * pageBytes);
      long to = Math.min(end, (long) resident.nextClearBit(page) * pageBytes);
      part.accept((int) (from - offset), (int) (to - from));
    }
  }

  /** Bytes that are in memory, for the file system itself. */
  Payload pages(long offset, int length, Access access) {
    meter.setUp(() -> place(firstPage(offset), endPage(offset, length), access));
    return switch (domain) {
      case Domain.InTask(var task) ->
          new AddressRanges(
              task.map(),
              IoVec.of(firstPage * pageBytes + offset, length),
              Tenure.STANDING,
              access,
              List.of());
      case Domain.InKernel _ ->
          new ObjectRanges(List.of(new ObjectRange(object, offset, length, access)));
    };
  }

  private void place(int first, int end, Access access) {
    for (int page = first; page < end; page++) {
      Place front = front(page);
      if (kernel.vm().peek(front.object, front.index).isEmpty()) {
        place(page, front, access);
      }
    }
  }

  /** A page of the object that stands for the file now. */
  private record Place(VmObject object, int index) {}

  /** After a virtual copy, the first write puts a shadow before what a task's map shows. */
  private Place front(int page) {
    return switch (domain) {
      case Domain.InTask(var task) -> {
        VmMapEntry entry = task.map().lookup(firstPage + page);
        yield new Place(entry.object(), entry.objectPage(firstPage + page));
      }
      case Domain.InKernel _ -> new Place(object, page);
    };
  }

  private void place(int page, Place front, Access access) {
    int placed = kernel.vm().allocateUnused(front.object, front.index);
    long at = (long) page * pageBytes;
    int length = (int) Math.min(pageBytes, bytes - at);
    kernel
        .vm()
        .machine()
        .device()
        .content()
        .copyOut(address + at, length, kernel.vm().machine().memory().frame(placed), 0);
    if (domain instanceof Domain.InTask(var task)) {
      task.map().show(firstPage + page, new int[] {placed}, 1, access == Access.WRITE);
    }
  }

  boolean dirty() {
    return !dirty.isEmpty();
  }

  /** The dirty pages among these, in runs, in the order of the file; they count as clean now. */
  List<Run> takeDirty(int first, int end, int longestBytes) {
    List<Run> runs = new ArrayList<>();
    int most = Math.max(1, longestBytes / pageBytes);
    for (int page = dirty.nextSetBit(first);
        page >= 0 && page < end;
        page = dirty.nextSetBit(page)) {
      int stop = Math.min(Math.min(dirty.nextClearBit(page), end), page + most);
      long offset = (long) page * pageBytes;
      int length = (int) (Math.min(bytes, (long) stop * pageBytes) - offset);
      runs.add(new Run(page, stop, offset, length));
      dirty.clear(page, stop);
    }
    return runs;
  }

  int pageCount() {
    return object.pageCount();
  }

  void close() {
    switch (domain) {
      case Domain.InTask(var task) -> task.map().remove(firstPage, object.pageCount());
      case Domain.InKernel _ -> kernel.vm().releaseFile(object);
    }
  }
}
