package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.sim.Zone;
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
  private final Zone<MapCopy> detachedCopies = new Zone<>(MapCopy::new);
  private final List<VmMap> holding = new ArrayList<>(1);

  Mappings(VmSystem vm, DataAccess data) {
    this.vm = vm;
    this.copies = new VirtualCopies(vm);
    this.buffered = new BufferedCopies(vm, data, copies);
    this.overwrites = new Overwrites(vm, data, copies);
  }

  /**
   * Takes a copy of a task's memory out of its map, and the memory itself if it was only lent: that
   * goes last, when nothing can be refused any more.
   */
  Payload mapIn(AddressRanges held, OutOfLine how) {
    List<ByteRange> ranges = held.present().ranges();
    for (int i = 0; i < ranges.size(); i++) {
      mapped(held.map(), ranges.get(i));
    }
    boolean givenUp = held.tenure() == Tenure.TEMPORARY;
    MapCopy detached = detachedCopies.take().begin();
    Payload inTransit;
    try {
      for (int i = 0; i < ranges.size(); i++) {
        detached.copies().add(copied(held.map(), ranges.get(i), givenUp, how));
      }
      if (givenUp) {
        ready(held.map(), ranges, how);
      }
      inTransit = inTransit(detached, how);
    } catch (RuntimeException refused) {
      discard(detached);
      throw refused;
    }
    if (givenUp) {
      for (int i = 0; i < ranges.size(); i++) {
        removeSource(held.map(), ranges.get(i), detached.copies().get(i), how);
      }
      held.leave();
    }
    return settled(inTransit, detached, how);
  }

  private VmMapCopy copied(VmMap map, ByteRange range, boolean givenUp, OutOfLine how) {
    if (small(range, how)) {
      return buffered.copyIn(map, range);
    }
    return givenUp && moves(range, how)
        ? copies.readyToMove(map, range.address(), range.length())
        : copies.copyIn(map, range.address(), range.length());
  }

  /** What moves is ready already. */
  private void ready(VmMap map, List<ByteRange> ranges, OutOfLine how) {
    for (int i = 0; i < ranges.size(); i++) {
      ByteRange range = ranges.get(i);
      if (range.length() > 0 && !moves(range, how)) {
        map.ready(firstPage(range), map.pagesOf(range.address(), range.length()));
      }
    }
  }

  private void removeSource(VmMap map, ByteRange range, VmMapCopy copy, OutOfLine how) {
    if (moves(range, how)) {
      copies.moved(map, range.address(), copy);
    } else {
      map.removeReady(firstPage(range), map.pagesOf(range.address(), range.length()));
    }
  }

  private boolean moves(ByteRange range, OutOfLine how) {
    return how.moves() && vm.moves() && !small(range, how);
  }

  private static boolean small(ByteRange range, OutOfLine how) {
    return range.length() > 0 && range.length() <= how.kernelBufferBytes();
  }

  /** Detached, or in the holding map; what that took is still to be settled. */
  private Payload inTransit(MapCopy detached, OutOfLine how) {
    return how.holdingMap() ? enter(detached, holdingMap(), how) : detached;
  }

  private Payload settled(Payload inTransit, MapCopy detached, OutOfLine how) {
    if (inTransit instanceof AddressRanges entered) {
      settle(detached, entered, how);
    }
    return inTransit;
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
    map.checkMapped(firstPage(range), map.pagesOf(range.address(), range.length()));
  }

  private long firstPage(ByteRange range) {
    return range.address() / vm.pageBytes();
  }

  /** Enters a copy in transit into a task's map. */
  AddressRanges mapOut(MapCopy inTransit, Task task, OutOfLine how) {
    AddressRanges arrived = enter(inTransit, task.map(), how);
    settle(inTransit, arrived, how);
    return arrived;
  }

  /** From the holding map into a task's: copied once more, then removed there. */
  AddressRanges mapOn(AddressRanges inTransit, Task task) {
    VmMap from = inTransit.map();
    List<ByteRange> ranges = inTransit.present().ranges();
    MapCopy copied = detachedCopies.take().begin();
    AddressRanges arrived;
    try {
      for (int i = 0; i < ranges.size(); i++) {
        ByteRange range = ranges.get(i);
        copied.copies().add(copies.copyIn(from, range.address(), range.length()));
        from.ready(firstPage(range), from.pagesOf(range.address(), range.length()));
      }
      arrived = enter(copied, task.map(), OutOfLine.VIRTUAL);
    } catch (RuntimeException refused) {
      discard(copied);
      throw refused;
    }
    settle(copied, arrived, OutOfLine.VIRTUAL);
    for (int i = 0; i < ranges.size(); i++) {
      ByteRange range = ranges.get(i);
      from.removeReady(firstPage(range), from.pagesOf(range.address(), range.length()));
    }
    inTransit.leave();
    return arrived;
  }

  /** All of them, or none: then they are what they were. */
  private AddressRanges enter(MapCopy detached, VmMap map, OutOfLine how) {
    List<ByteRange> ranges = new ArrayList<>();
    try {
      for (int i = 0; i < detached.copies().size(); i++) {
        VmMapCopy copy = detached.copies().get(i);
        ranges.add(new ByteRange(enter(copy, map, how), copy.length()));
      }
    } catch (RuntimeException refused) {
      for (int i = 0; i < ranges.size(); i++) {
        takeBack(detached.copies().get(i), map, ranges.get(i), how);
      }
      throw refused;
    }
    return new AddressRanges(map, new IoVec(ranges), Tenure.TEMPORARY);
  }

  private long enter(VmMapCopy copy, VmMap map, OutOfLine how) {
    if (copy.buffer()) {
      return buffered.copyOut(copy, map);
    }
    return writesOver(copy, how) ? overwrites.begin(copy, map) : copies.copyOut(copy, map);
  }

  private void takeBack(VmMapCopy copy, VmMap map, ByteRange range, OutOfLine how) {
    if (copy.buffer() || writesOver(copy, how)) {
      map.removeBytes(range.address(), range.length());
    } else {
      copies.takeBack(copy, map, range.address());
    }
  }

  /** All are where they should be: what the copies are not needed for any more goes. */
  private void settle(MapCopy detached, AddressRanges entered, OutOfLine how) {
    for (int i = 0; i < detached.copies().size(); i++) {
      VmMapCopy copy = detached.copies().get(i);
      if (copy.buffer()) {
        copies.discardBuffer(copy);
      } else if (writesOver(copy, how)) {
        overwrites.end(copy, entered.map(), entered.ranges().ranges().get(i).address());
      } else {
        copies.left(copy);
      }
    }
    end(detached);
  }

  private void end(MapCopy detached) {
    detached.end();
    detachedCopies.giveBack(detached);
  }

  private boolean writesOver(VmMapCopy copy, OutOfLine how) {
    return how.overwrites() && overwrites.concern(copy);
  }

  /** Whether one range can take the place of another: whole pages on both sides. */
  boolean interchangeable(AddressRanges place, AddressRanges held) {
    return place.map() == held.map()
        && place.ranges().ranges().size() == 1
        && held.present().ranges().size() == 1
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
            firstPage(place.present().ranges().getFirst()),
            firstPage(held.present().ranges().getFirst()),
            held.length() / vm.pageBytes());
  }

  /** The pages of an object that nobody else knows, to become a task's. */
  Payload ofObject(VmObject object, int length, OutOfLine how) {
    MapCopy detached = detachedCopies.take().begin();
    try {
      detached.copies().add(copies.ofObject(object, 0, length));
    } catch (RuntimeException refused) {
      vm.release(object);
      end(detached);
      throw refused;
    }
    return handedUp(detached, how);
  }

  /** Parts of objects that no map shows, as they are now. */
  Payload ofSnapshots(List<ObjectRange> ranges, OutOfLine how) {
    MapCopy detached = detachedCopies.take().begin();
    try {
      for (int i = 0; i < ranges.size(); i++) {
        ObjectRange range = ranges.get(i);
        detached.copies().add(copies.ofSnapshot(range.object(), range.offset(), range.length()));
      }
    } catch (RuntimeException refused) {
      discard(detached);
      throw refused;
    }
    return handedUp(detached, how);
  }

  private Payload handedUp(MapCopy detached, OutOfLine how) {
    Payload inTransit;
    try {
      inTransit = inTransit(detached, how);
    } catch (RuntimeException refused) {
      discard(detached);
      throw refused;
    }
    return settled(inTransit, detached, how);
  }

  /** What the kernel sees, copied into a buffer that travels. */
  MapCopy buffered(Payload seen) {
    VmMapCopy buffer = buffered.of(seen);
    MapCopy detached = detachedCopies.take().begin();
    detached.copies().add(buffer);
    return detached;
  }

  void discard(MapCopy detached) {
    for (int i = 0; i < detached.copies().size(); i++) {
      discard(detached.copies().get(i));
    }
    end(detached);
  }

  private void discard(VmMapCopy copy) {
    if (copy.buffer()) {
      copies.discardBuffer(copy);
    } else {
      copies.discard(copy);
    }
  }
}
