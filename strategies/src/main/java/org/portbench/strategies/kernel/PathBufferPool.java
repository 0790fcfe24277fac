package org.portbench.strategies.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
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

  /** For each page of their addresses the buffer that it belongs to. */
  private final List<PathBuffer> byPage = new ArrayList<>();

  /** Of each originator those that nobody refers to, by how many pages they have. */
  private final Map<VmMap, List<ArrayDeque<PathBuffer>>> free = new LinkedHashMap<>();

  private final Zone<PathBuffers> payloads = new Zone<>(PathBuffers::new);
  private final Zone<AddressRanges> seenRanges = new Zone<>(AddressRanges::new);

  PathBufferPool(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
  }

  /** Some of a task's buffers, one a range of its shape, to be written by it and read by others. */
  public AddressRanges take(Task task, int length) {
    BufferShape shape = task.buffers().shape();
    PathBuffers taken = payloads.take().begin();
    try {
      for (int i = shape.count(length) - 1; i >= 0; i--) {
        reserve(task, shape.firstByte(), shape.length(length, i), taken);
      }
      return see(task, taken);
    } catch (RuntimeException refused) {
      giveBack(taken);
      throw refused;
    }
  }

  /** A buffer for data that will come from below, or with a copy of data that is elsewhere. */
  public PathBuffers reserve(Task task, int length) {
    PathBuffers one = payloads.take().begin();
    reserve(task, 0, length, one);
    return one;
  }

  private void reserve(Task task, int firstByte, int length, PathBuffers into) {
    into.addFirst(unused(task, vm.pagesOf(firstByte, length)), firstByte, length);
  }

  private PathBuffer unused(Task task, int pages) {
    ArrayDeque<PathBuffer> unused = free(task.map(), pages);
    if (unused.isEmpty()) {
      return create(task, pages);
    }
    PathBuffer buffer = unused.pop();
    buffer.retain();
    return buffer;
  }

  private ArrayDeque<PathBuffer> free(VmMap originator, int pages) {
    List<ArrayDeque<PathBuffer>> own = free.get(originator);
    if (own == null) {
      own = new ArrayList<>();
      free.put(originator, own);
    }
    while (own.size() <= pages) {
      own.add(new ArrayDeque<>());
    }
    return own.get(pages);
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
    PathBuffer buffer = new PathBuffer(object, VmMap.SHARED_PAGE + byPage.size(), task.map());
    for (int i = 0; i < pages; i++) {
      byPage.add(buffer);
    }
    return buffer;
  }

  /** Whether these are buffers of a path. */
  boolean owns(AddressRanges held) {
    return held.tenure() == Tenure.SHARED;
  }

  /** The buffers at a task's addresses, with one more reference to each. */
  public PathBuffers refer(AddressRanges held) {
    IoVec ranges = held.present();
    PathBuffers named = payloads.take().begin();
    try {
      for (int i = 0; i < ranges.count(); i++) {
        meter.perform(Primitive.HANDLE_LOOKUP);
        refer(ranges.address(i), ranges.length(i), named);
      }
    } catch (RuntimeException refused) {
      giveBack(named);
      throw refused;
    }
    return named;
  }

  private void refer(long address, int length, PathBuffers named) {
    PathBuffer buffer = at(address);
    long offset = address - buffer.firstPage() * vm.pageBytes();
    if (offset + length > (long) buffer.object().pageCount() * vm.pageBytes()) {
      throw new AddressFault("the range is longer than its buffer");
    }
    buffer.retain();
    named.add(buffer, Math.toIntExact(offset), length);
  }

  /** The same buffers, with one more reference to each. */
  public PathBuffers retained(PathBuffers held) {
    PathBuffers more = payloads.take().begin();
    for (int i = 0; i < held.rangeCount(); i++) {
      held.buffer(i).retain();
      more.add(held.buffer(i), held.offset(i), held.length(i));
    }
    return more;
  }

  private PathBuffer at(long address) {
    long page = address / vm.pageBytes() - VmMap.SHARED_PAGE;
    if (page < 0 || page >= byPage.size()) {
      throw new AddressFault("no buffer of a path lies at " + address);
    }
    return byPage.get((int) page);
  }

  /**
   * The addresses of buffers, which are the same for all; takes over the references, unless it
   * fails.
   */
  public AddressRanges see(Task task, PathBuffers inTransit) {
    boolean own = true;
    for (int i = 0; i < inTransit.rangeCount(); i++) {
      own &= seesOwn(task, inTransit.buffer(i));
    }
    Access rights = own ? Access.WRITE : Access.READ;
    AddressRanges seen = seenRanges.take().begin(task.map(), Tenure.SHARED, rights);
    for (int i = 0; i < inTransit.rangeCount(); i++) {
      long first = inTransit.buffer(i).firstPage() * vm.pageBytes();
      seen.ranges().add(first + inTransit.offset(i), inTransit.length(i));
    }
    end(inTransit);
    return seen;
  }

  /** A task sees a buffer, from the first time on; tells whether it is its own. */
  private boolean seesOwn(Task task, PathBuffer buffer) {
    boolean own = buffer.originator() == task.map();
    if (!buffer.maps().contains(task.map())) {
      show(buffer, task.map(), own);
    }
    return own;
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
    IoVec ranges = held.ranges();
    for (int i = 0; i < ranges.count(); i++) {
      if (at(ranges.address(i)).references() > 1) {
        return true;
      }
    }
    return false;
  }

  void giveBack(AddressRanges held) {
    IoVec ranges = held.present();
    for (int i = 0; i < ranges.count(); i++) {
      drop(at(ranges.address(i)));
    }
    held.leave();
    if (held.end()) {
      seenRanges.giveBack(held);
    }
  }

  void giveBack(PathBuffers held) {
    for (int i = 0; i < held.rangeCount(); i++) {
      drop(held.buffer(i));
    }
    end(held);
  }

  private void end(PathBuffers held) {
    if (held.end()) {
      payloads.giveBack(held);
    }
  }

  /** Nobody may use a reference to a buffer any more. */
  void drop(PathBuffer buffer) {
    if (buffer.drop()) {
      free(buffer.originator(), buffer.object().pageCount()).push(buffer);
    }
  }

  /** Unmaps and frees all buffers. */
  void drain() {
    for (int page = 0; page < byPage.size(); page += byPage.get(page).object().pageCount()) {
      PathBuffer buffer = byPage.get(page);
      VmObject object = buffer.object();
      buffer.maps().forEach(map -> map.remove(buffer.firstPage(), object.pageCount()));
      vm.unholdAll(object);
      vm.release(object);
    }
    byPage.clear();
    free.clear();
  }
}
