package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Payload.MapCopy;
import org.portbench.strategies.kernel.vm.VirtualCopies;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapCopy;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/** Moving map entries between tasks and the kernel, or copying what is too short for that. */
final class Mappings {
  private final VmSystem vm;
  private final VirtualCopies copies;
  private final BufferedCopies buffered;
  private final Overwrites overwrites;
  private final List<VmMap> holding = new ArrayList<>(1);

  Mappings(VmSystem vm, DataAccess data) {
    this.vm = vm;
    this.copies = new VirtualCopies(vm);
    this.buffered = new BufferedCopies(vm, data);
    this.overwrites = new Overwrites(vm, data, copies);
  }

  /** Takes a copy of a task's memory out of its map, and the memory itself if it was only lent. */
  Payload mapIn(AddressRanges held, OutOfLine how) {
    List<ByteRange> ranges = held.present();
    ranges.forEach(range -> mapped(held.map(), range));
    boolean givenUp = held.tenure() == Tenure.TEMPORARY;
    List<VmMapCopy> detached = new ArrayList<>();
    for (ByteRange range : ranges) {
      detached.add(detach(held.map(), range, givenUp, how));
    }
    if (givenUp) {
      held.leave();
    }
    return inTransit(detached, how);
  }

  private VmMapCopy detach(VmMap map, ByteRange range, boolean givenUp, OutOfLine how) {
    boolean small = range.length() > 0 && range.length() <= how.kernelBufferBytes();
    if (givenUp && how.moves() && vm.moves() && !small) {
      return copies.moveIn(map, range.address(), range.length());
    }
    VmMapCopy copy =
        small ? buffered.copyIn(map, range) : copies.copyIn(map, range.address(), range.length());
    if (givenUp && range.length() > 0) {
      map.remove(firstPage(range), map.pagesOf(range.address(), range.length()));
    }
    return copy;
  }

  private Payload inTransit(List<VmMapCopy> detached, OutOfLine how) {
    return how.holdingMap() ? enter(detached, holdingMap(), how) : new MapCopy(detached);
  }

  /** Of the kernel, and one for all messages. */
  private VmMap holdingMap() {
    if (holding.isEmpty()) {
      holding.add(vm.createKernelMap("holding map"));
    }
    return holding.getFirst();
  }

  /** A range that is not all there fails before anything has happened. */
  private void mapped(VmMap map, ByteRange range) {
    map.lookup(firstPage(range), map.pagesOf(range.address(), range.length()));
  }

  private long firstPage(ByteRange range) {
    return range.address() / vm.pageBytes();
  }

  /** Enters a copy in transit into a task's map. */
  AddressRanges mapOut(MapCopy inTransit, Task task, OutOfLine how) {
    return enter(inTransit.copies(), task.map(), how);
  }

  /** From the holding map into a task's: copied once more, then removed there. */
  AddressRanges mapOn(AddressRanges inTransit, Task task) {
    VmMap from = inTransit.map();
    List<VmMapCopy> moved = new ArrayList<>();
    for (ByteRange range : inTransit.present()) {
      moved.add(copies.copyIn(from, range.address(), range.length()));
      from.remove(firstPage(range), from.pagesOf(range.address(), range.length()));
    }
    inTransit.leave();
    return enter(moved, task.map(), OutOfLine.VIRTUAL);
  }

  private AddressRanges enter(List<VmMapCopy> detached, VmMap map, OutOfLine how) {
    List<ByteRange> ranges = new ArrayList<>();
    for (VmMapCopy copy : detached) {
      ranges.add(new ByteRange(enter(copy, map, how), copy.length()));
    }
    return new AddressRanges(map, new IoVec(ranges), Tenure.TEMPORARY);
  }

  private long enter(VmMapCopy copy, VmMap map, OutOfLine how) {
    if (copy.buffer()) {
      return buffered.copyOut(copy, map);
    }
    boolean over = how.overwrites() && overwrites.concern(copy);
    return over ? overwrites.copyOut(copy, map) : copies.copyOut(copy, map);
  }

  /** Whether one range can take the place of another: whole pages on both sides. */
  boolean interchangeable(AddressRanges place, AddressRanges held) {
    return place.map() == held.map()
        && place.ranges().ranges().size() == 1
        && held.present().size() == 1
        && wholePages(place)
        && wholePages(held)
        && place.length() == held.length();
  }

  private boolean wholePages(AddressRanges held) {
    ByteRange range = held.ranges().ranges().getFirst();
    return range.address() % vm.pageBytes() == 0 && range.length() % vm.pageBytes() == 0;
  }

  /** A task shows at one place what it has at another; who held that still has it. */
  void remap(AddressRanges place, AddressRanges held) {
    vm.systemCall();
    held.map()
        .overlay(
            firstPage(place.present().getFirst()),
            firstPage(held.present().getFirst()),
            held.length() / vm.pageBytes());
  }

  /** The pages of an object that nobody else knows, to become a task's. */
  Payload ofObject(VmObject object, int length, OutOfLine how) {
    return inTransit(List.of(copies.ofObject(object, 0, length)), how);
  }

  /** Parts of objects that no map shows, as they are now. */
  Payload ofSnapshots(List<ObjectRange> ranges, OutOfLine how) {
    List<VmMapCopy> detached = new ArrayList<>();
    for (ObjectRange range : ranges) {
      detached.add(copies.ofSnapshot(range.object(), range.offset(), range.length()));
    }
    return inTransit(detached, how);
  }

  /** What the kernel sees, copied into a buffer that travels. */
  MapCopy buffered(Payload seen) {
    return new MapCopy(List.of(buffered.of(seen)));
  }

  void discard(MapCopy copy) {
    for (VmMapCopy one : copy.copies()) {
      if (one.buffer()) {
        buffered.discard(one);
      } else {
        copies.discard(one);
      }
    }
  }
}
