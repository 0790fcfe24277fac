package org.portbench.strategies.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.PathBuffer;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Fbufs, cached and volatile: each task's own are pinned when they are made, mapped by whoever sees
 * them for the first time, and used again and again without touching any map.
 */
public final class PathBufferPool {
  private final VmSystem vm;
  private final Meter meter;
  private final TreeMap<Long, PathBuffer> byPage = new TreeMap<>();
  private final Map<Kind, ArrayDeque<PathBuffer>> free = new LinkedHashMap<>();
  private long nextPage = VmMap.SHARED_PAGE;

  private record Kind(VmMap originator, int pages) {}

  PathBufferPool(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
  }

  /** Some of a task's buffers, one a range of its shape, to be written by it and read by others. */
  public AddressRanges take(Task task, int length) {
    BufferShape shape = task.buffers().shape();
    List<PathBuffers.Part> parts = new ArrayList<>();
    return AllOrNothing.of(
        () -> {
          for (int i = shape.count(length) - 1; i >= 0; i--) {
            parts.addFirst(part(task, shape.firstByte(), shape.length(length, i)));
          }
          return see(task, new PathBuffers(parts));
        },
        () -> giveBack(new PathBuffers(parts)));
  }

  /** A buffer for data that will come from below, or with a copy of data that is elsewhere. */
  public PathBuffers reserve(Task task, int length) {
    return new PathBuffers(List.of(part(task, 0, length)));
  }

  private PathBuffers.Part part(Task task, int firstByte, int length) {
    return new PathBuffers.Part(unused(task, vm.pagesOf(firstByte, length)), firstByte, length);
  }

  private PathBuffer unused(Task task, int pages) {
    ArrayDeque<PathBuffer> unused = free.get(new Kind(task.map(), pages));
    if (unused == null || unused.isEmpty()) {
      return create(task, pages);
    }
    PathBuffer buffer = unused.pop();
    buffer.retain();
    return buffer;
  }

  private PathBuffer create(Task task, int pages) {
    VmObject object = vm.createObject(pages);
    AllOrNothing.run(
        () -> {
          for (int i = 0; i < pages; i++) {
            vm.allocateZeroed(object, i);
          }
          vm.holdAll(object);
        },
        () -> vm.release(object));
    object.name();
    PathBuffer buffer = new PathBuffer(object, nextPage, task.map());
    byPage.put(nextPage, buffer);
    nextPage += pages;
    return buffer;
  }

  /** Whether these are buffers of a path. */
  boolean owns(AddressRanges held) {
    return held.tenure() == Tenure.SHARED;
  }

  /** The buffers at a task's addresses, with one more reference to each. */
  public PathBuffers refer(AddressRanges held) {
    List<PathBuffers.Part> parts = new ArrayList<>();
    for (ByteRange range : held.present().ranges()) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      PathBuffer buffer = at(range);
      long offset = range.address() - buffer.firstPage() * vm.pageBytes();
      if (offset + range.length() > (long) buffer.object().pageCount() * vm.pageBytes()) {
        throw new AddressFault("the range is longer than its buffer");
      }
      parts.add(new PathBuffers.Part(buffer, Math.toIntExact(offset), range.length()));
    }
    return retained(new PathBuffers(parts));
  }

  /** The same buffers, with one more reference to each. */
  public PathBuffers retained(PathBuffers held) {
    held.parts().forEach(part -> part.buffer().retain());
    return new PathBuffers(held.parts());
  }

  private PathBuffer at(ByteRange range) {
    Map.Entry<Long, PathBuffer> floor = byPage.floorEntry(range.address() / vm.pageBytes());
    if (floor == null) {
      throw new AddressFault("no buffer of a path lies at " + range.address());
    }
    return floor.getValue();
  }

  /**
   * The addresses of buffers, which are the same for all; takes over the references, unless it
   * fails.
   */
  public AddressRanges see(Task task, PathBuffers inTransit) {
    List<ByteRange> ranges = new ArrayList<>();
    Access rights = Access.WRITE;
    for (PathBuffers.Part part : inTransit.parts()) {
      PathBuffer buffer = part.buffer();
      boolean own = buffer.originator() == task.map();
      rights = own ? rights : Access.READ;
      if (!buffer.maps().contains(task.map())) {
        show(buffer, task.map(), own);
      }
      ranges.add(new ByteRange(buffer.firstPage() * vm.pageBytes() + part.offset(), part.length()));
    }
    return new AddressRanges(task.map(), new IoVec(ranges), Tenure.SHARED, rights, List.of());
  }

  private void show(PathBuffer buffer, VmMap map, boolean writable) {
    VmObject object = buffer.object();
    vm.reference(object);
    AllOrNothing.run(
        () -> map.enterShared(buffer.firstPage(), object, writable), () -> vm.release(object));
    map.show(buffer.firstPage(), object.pages(), object.pageCount(), writable);
    buffer.maps().add(map);
  }

  /** Whether anybody but their owner has one of these. */
  boolean lent(AddressRanges held) {
    return held.ranges().ranges().stream().anyMatch(range -> at(range).references() > 1);
  }

  void giveBack(AddressRanges held) {
    held.present().ranges().forEach(range -> drop(at(range)));
    held.leave();
  }

  void giveBack(PathBuffers held) {
    held.parts().forEach(part -> drop(part.buffer()));
  }

  private void drop(PathBuffer buffer) {
    if (buffer.drop()) {
      Kind kind = new Kind(buffer.originator(), buffer.object().pageCount());
      free.computeIfAbsent(kind, k -> new ArrayDeque<>()).push(buffer);
    }
  }

  /** Unmaps and frees all buffers. */
  void drain() {
    for (PathBuffer buffer : byPage.values()) {
      VmObject object = buffer.object();
      buffer.maps().forEach(map -> map.remove(buffer.firstPage(), object.pageCount()));
      vm.unholdAll(object);
      vm.release(object);
    }
    byPage.clear();
    free.clear();
  }
}
