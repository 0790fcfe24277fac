package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;
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
  private final Zone<AddressRanges> enteredRanges = new Zone<>(AddressRanges::new);
  private final List<VmMap> holding = new ArrayList<>(1);

  Mappings(VmSystem vm, DataAccess data) {
    this.vm = vm;
    this.copies = new VirtualCopies(vm);
    this.buffered = new BufferedCopies(vm, data, copies);
    this.overwrites = new Overwrites(vm, data, copies);
  }

  /**
   * Takes a copy of a task's memory out of its map, and the memory itself if that is given up: it
   * goes last, when nothing can be refused any more.
   */
  Payload mapIn(AddressRanges held, OutOfLine how, boolean givenUp) {
    VmMap map = held.map();
    IoVec ranges = held.present();
    for (int i = 0; i < ranges.count(); i++) {
      map.checkMapped(firstPage(ranges, i), pages(map, ranges, i));
    }
    MapCopy detached = detachedCopies.take().begin();
    Payload inTransit;
    try {
      for (int i = 0; i < ranges.count(); i++) {
        detached.copies().add(copied(map, ranges.address(i), ranges.length(i), givenUp, how));
      }
      if (givenUp) {
        ready(map, ranges, how);
      }
      inTransit = inTransit(detached, how);
    } catch (RuntimeException refused) {
      discard(detached);
      throw refused;
    }
    if (givenUp) {
      for (int i = 0; i < ranges.count(); i++) {
        removeSource(map, ranges, i, detached.copies().get(i), how);
      }
      held.leave();
    }
    return settled(inTransit, detached, how);
  }

  private VmMapCopy copied(VmMap map, long address, int length, boolean givenUp, OutOfLine how) {
    if (small(length, how)) {
      return buffered.copyIn(map, address, length);
    }
    return givenUp && moves(length, how)
        ? copies.readyToMove(map, address, length)
        : copies.copyIn(map, address, length);
  }

  /** What moves is ready already. */
  private void ready(VmMap map, IoVec ranges, OutOfLine how) {
    for (int i = 0; i < ranges.count(); i++) {
      if (ranges.length(i) > 0 && !moves(ranges.length(i), how)) {
        map.ready(firstPage(ranges, i), pages(map, ranges, i));
      }
    }
  }

  private void removeSource(VmMap map, IoVec ranges, int i, VmMapCopy copy, OutOfLine how) {
    if (moves(ranges.length(i), how)) {
      copies.moved(map, ranges.address(i), copy);
    } else {
      map.removeReady(firstPage(ranges, i), pages(map, ranges, i));
    }
  }

  private boolean moves(int length, OutOfLine how) {
    return how.moves() && vm.moves() && !small(length, how);
  }

  private static boolean small(int length, OutOfLine how) {
    return length > 0 && length <= how.kernelBufferBytes();
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

  private long firstPage(IoVec ranges, int i) {
    return ranges.address(i) / vm.pageBytes();
  }

  private static int pages(VmMap map, IoVec ranges, int i) {
    return map.pagesOf(ranges.address(i), ranges.length(i));
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
    IoVec ranges = inTransit.present();
    MapCopy copied = detachedCopies.take().begin();
    AddressRanges arrived;
    try {
      for (int i = 0; i < ranges.count(); i++) {
        copied.copies().add(copies.copyIn(from, ranges.address(i), ranges.length(i)));
        from.ready(firstPage(ranges, i), pages(from, ranges, i));
      }
      arrived = enter(copied, task.map(), OutOfLine.VIRTUAL);
    } catch (RuntimeException refused) {
      discard(copied);
      throw refused;
    }
    settle(copied, arrived, OutOfLine.VIRTUAL);
    for (int i = 0; i < ranges.count(); i++) {
      from.removeReady(firstPage(ranges, i), pages(from, ranges, i));
    }
    inTransit.leave();
    ended(inTransit);
    return arrived;
  }

  /** All of them, or none: then they are what they were. */
  private AddressRanges enter(MapCopy detached, VmMap map, OutOfLine how) {
    AddressRanges entered = enteredRanges.take().begin(map, Tenure.TEMPORARY, Access.WRITE);
    IoVec ranges = entered.ranges();
    try {
      for (int i = 0; i < detached.copies().size(); i++) {
        VmMapCopy copy = detached.copies().get(i);
        ranges.add(enter(copy, map, how), copy.length());
      }
    } catch (RuntimeException refused) {
      for (int i = 0; i < ranges.count(); i++) {
        takeBack(detached.copies().get(i), map, ranges.address(i), how);
      }
      ended(entered);
      throw refused;
    }
    return entered;
  }

  /** Ranges have left the map, and nobody has them any more. */
  void ended(AddressRanges entered) {
    if (entered.end()) {
      enteredRanges.giveBack(entered);
    }
  }

  private long enter(VmMapCopy copy, VmMap map, OutOfLine how) {
    if (copy.buffer()) {
      return buffered.copyOut(copy, map);
    }
    return writesOver(copy, how) ? overwrites.begin(copy, map) : copies.copyOut(copy, map);
  }

  private void takeBack(VmMapCopy copy, VmMap map, long address, OutOfLine how) {
    if (copy.buffer() || writesOver(copy, how)) {
      map.removeBytes(address, copy.length());
    } else {
      copies.takeBack(copy, map, address);
    }
  }

  /** All are where they should be: what the copies are not needed for any more goes. */
  private void settle(MapCopy detached, AddressRanges entered, OutOfLine how) {
    for (int i = 0; i < detached.copies().size(); i++) {
      VmMapCopy copy = detached.copies().get(i);
      if (copy.buffer()) {
        copies.discardBuffer(copy);
      } else if (writesOver(copy, how)) {
        overwrites.end(copy, entered.map(), entered.ranges().address(i));
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
        && place.rangeCount() == 1
        && held.rangeCount() == 1
        && wholePages(place)
        && wholePages(held)
        && place.length() == held.length();
  }

  private boolean wholePages(AddressRanges held) {
    IoVec ranges = held.present();
    return ranges.address(0) % vm.pageBytes() == 0 && ranges.length() % vm.pageBytes() == 0;
  }

  /** A task shows at one place what it has at another; who held that still has it. */
  void remap(AddressRanges place, AddressRanges held) {
    vm.systemCall();
    long firstPage = firstPage(place.present(), 0);
    held.map().overlay(firstPage, firstPage(held.present(), 0), held.length() / vm.pageBytes());
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
  Payload ofSnapshots(ObjectRanges held, OutOfLine how) {
    MapCopy detached = detachedCopies.take().begin();
    try {
      for (int i = 0; i < held.rangeCount(); i++) {
        ObjectRange range = held.range(i);
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
