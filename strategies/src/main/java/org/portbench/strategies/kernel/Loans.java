package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Payload.FileRanges;
import org.portbench.strategies.kernel.ipc.Payload.InlineBytes;
import org.portbench.strategies.kernel.ipc.Payload.MapCopy;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.Payload.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload.PageList;
import org.portbench.strategies.kernel.ipc.Payload.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload.RegisteredRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Memory that requests under way refer to, and memory that a device has. Whose it is must keep off
 * until the reply: the hardware lets a write through all the same, everybody sees it, and here it
 * is counted. What is shared until written is not lent: such a write goes elsewhere.
 */
final class Loans {
  private final Meter meter;
  private final PathBufferPool pathBuffers;
  private final IdentityHashMap<AddressRanges, List<VmObject>> borrowed = new IdentityHashMap<>();

  Loans(Meter meter, PathBufferPool pathBuffers) {
    this.meter = meter;
    this.pathBuffers = pathBuffers;
  }

  /** One more reference is on its way. */
  <P extends Payload> P begun(P reference) {
    objects(reference).forEach(VmObject::lend);
    return reference;
  }

  /** The same for memory by its addresses, whose owner may take it away in between. */
  AddressRanges begunByAddress(AddressRanges lent) {
    List<VmObject> objects = behind(lent);
    objects.forEach(VmObject::lend);
    borrowed.put(lent, objects);
    return lent;
  }

  /** A reference is given back. */
  void ended(Payload reference) {
    objects(reference).forEach(VmObject::returned);
  }

  void endedByAddress(AddressRanges lent) {
    List<VmObject> objects = borrowed.remove(lent);
    if (objects != null) {
      objects.forEach(VmObject::returned);
    }
  }

  /** A device has what the payload names from now on. */
  Wiring wired(Payload payload, Wiring wiring) {
    List<VmObject> objects =
        switch (payload) {
          case AddressRanges memory -> behind(memory);
          case PageList list -> list.objects();
          case TaskRanges named -> behind(named.lent());
          case MapCopy _,
              Nothing _,
              InlineBytes _,
              ObjectRanges _,
              EntryRanges _,
              FileRanges _,
              RegisteredRange _,
              PathBuffers _ ->
              List.of();
        };
    List<VmObject> lent = List.copyOf(objects);
    lent.forEach(VmObject::lend);
    wiring.ends().add(() -> lent.forEach(VmObject::returned));
    return wiring;
  }

  /** Somebody writes to memory of its own. */
  void written(Payload payload) {
    if (payload instanceof AddressRanges memory && lent(memory)) {
      meter.count(Counter.PROTOCOL_VIOLATIONS, 1);
    }
  }

  private boolean lent(AddressRanges memory) {
    return memory.tenure() == Tenure.SHARED
        ? pathBuffers.lent(memory)
        : behind(memory).stream().anyMatch(VmObject::lent);
  }

  /** What the map shows for all to see, as far as it shows anything. */
  private static List<VmObject> behind(AddressRanges memory) {
    List<VmObject> objects = new ArrayList<>();
    for (ByteRange range : memory.ranges().ranges()) {
      for (VmMapEntry entry : entries(memory, range)) {
        if (!entry.needsCopy()) {
          objects.add(entry.object());
        }
      }
    }
    return objects;
  }

  private static List<VmMapEntry> entries(AddressRanges memory, ByteRange range) {
    try {
      int pages = memory.map().pagesOf(range.address(), range.length());
      return memory.map().lookup(range.address() / memory.map().pageBytes(), pages);
    } catch (AddressFault nothingThere) {
      return Collections.emptyList();
    }
  }

  private static Stream<VmObject> objects(Payload reference) {
    return switch (reference) {
      case ObjectRanges ranges -> ranges.ranges().stream().map(ObjectRange::object);
      case FileRanges files -> files.parts().stream().map(part -> part.file().object());
      case RegisteredRange ranges ->
          ranges.parts().stream().map(part -> part.registration().object());
      case EntryRanges ranges -> ranges.parts().stream().map(part -> part.entry().object());
      case AddressRanges _,
          InlineBytes _,
          MapCopy _,
          Nothing _,
          PageList _,
          PathBuffers _,
          TaskRanges _ ->
          Stream.of();
    };
  }
}
