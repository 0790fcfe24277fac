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
import org.portbench.strategies.kernel.vm.AllOrNothing;
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

  /**
   * Takes a copy of a task's memory out of its map, and the memory itself if it was only lent: that
   * goes last, when nothing can be refused any more.
   */
  Payload mapIn(AddressRanges held, OutOfLine how) {
    List<ByteRange> ranges = held.present().ranges();
    ranges.forEach(range -> mapped(held.map(), range));
    boolean givenUp = held.tenure() == Tenure.TEMPORARY;
    List<VmMapCopy> detached = new ArrayList<>();
    Payload inTransit =
        AllOrNothing.of(
            () -> {
              ranges.forEach(range -> detached.add(copied(held.map(), range, givenUp, how)));
              if (givenUp) {
                ready(held.map(), ranges, how);
              }
              return inTransit(detached, how);
            },
            () -> detached.forEach(this::discard));
    if (givenUp) {
      for (int i = 0; i < ranges.size(); i++) {
        removeSource(held.map(), ranges.get(i), detached.get(i), how);
      }
      held.leave();
    }
    return inTransit;
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
    for (ByteRange range : ranges) {
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
    List<ByteRange> ranges = inTransit.present().ranges();
    List<VmMapCopy> copied = new ArrayList<>();
    AddressRanges arrived =
        AllOrNothing.of(
            () -> {
              for (ByteRange range : ranges) {
                copied.add(copies.copyIn(from, range.address(), range.length()));
                from.ready(firstPage(range), from.pagesOf(range.address(), range.length()));
              }
              return enter(copied, task.map(), OutOfLine.VIRTUAL);
            },
            () -> copied.forEach(this::discard));
    for (ByteRange range : ranges) {
      from.removeReady(firstPage(range), from.pagesOf(range.address(), range.length()));
    }
    inTransit.leave();
    return arrived;
  }

  /** All of them, or none: then they are what they were. */
  private AddressRanges enter(List<VmMapCopy> detached, VmMap map, OutOfLine how) {
    List<ByteRange> ranges = new ArrayList<>();
    AllOrNothing.run(
        () -> {
          for (VmMapCopy copy : detached) {
            ranges.add(new ByteRange(enter(copy, map, how), copy.length()));
          }
        },
        () -> {
          for (int i = 0; i < ranges.size(); i++) {
            takeBack(detached.get(i), map, ranges.get(i), how);
          }
        });
    for (int i = 0; i < ranges.size(); i++) {
      settle(detached.get(i), map, ranges.get(i), how);
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

  /** All are where they should be: what a copy is not needed for any more goes. */
  private void settle(VmMapCopy copy, VmMap map, ByteRange range, OutOfLine how) {
    if (copy.buffer()) {
      buffered.discard(copy);
    } else if (writesOver(copy, how)) {
      overwrites.end(copy, map, range.address());
    }
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
    VmMapCopy copy =
        AllOrNothing.of(() -> copies.ofObject(object, 0, length), () -> vm.release(object));
    return AllOrNothing.of(() -> inTransit(List.of(copy), how), () -> discard(copy));
  }

  /** Parts of objects that no map shows, as they are now. */
  Payload ofSnapshots(List<ObjectRange> ranges, OutOfLine how) {
    List<VmMapCopy> detached = new ArrayList<>();
    return AllOrNothing.of(
        () -> {
          for (ObjectRange range : ranges) {
            detached.add(copies.ofSnapshot(range.object(), range.offset(), range.length()));
          }
          return inTransit(detached, how);
        },
        () -> detached.forEach(copies::discard));
  }

  /** What the kernel sees, copied into a buffer that travels. */
  MapCopy buffered(Payload seen) {
    return new MapCopy(List.of(buffered.of(seen)));
  }

  void discard(MapCopy copy) {
    copy.copies().forEach(this::discard);
  }

  private void discard(VmMapCopy copy) {
    if (copy.buffer()) {
      buffered.discard(copy);
    } else {
      copies.discard(copy);
    }
  }
}
