package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmMap;
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
  private final List<VmObject> looked = new ArrayList<>();

  Loans(Meter meter, PathBufferPool pathBuffers) {
    this.meter = meter;
    this.pathBuffers = pathBuffers;
  }

  /** One more reference is on its way. */
  <P extends Payload> P begun(P reference) {
    if (reference instanceof Payload.ByReference by) {
      for (int i = 0; i < by.references(); i++) {
        by.referredTo(i).lend();
      }
    }
    return reference;
  }

  /** The same for memory by its addresses, whose owner may take it away in between. */
  AddressRanges begunByAddress(AddressRanges lent) {
    behind(lent, lent.lent());
    for (int i = 0; i < lent.lent().size(); i++) {
      lent.lent().get(i).lend();
    }
    return lent;
  }

  /** A reference is given back. */
  void ended(Payload reference) {
    if (reference instanceof Payload.ByReference by) {
      for (int i = 0; i < by.references(); i++) {
        by.referredTo(i).returned();
      }
    }
  }

  void endedByAddress(AddressRanges lent) {
    for (int i = 0; i < lent.lent().size(); i++) {
      lent.lent().get(i).returned();
    }
    lent.lent().clear();
  }

  /** A device has what the payload names from now on. */
  void wired(Payload payload, Wiring wiring) {
    switch (payload) {
      case AddressRanges memory -> behind(memory, wiring.lent);
      case PageList list -> {
        for (int i = 0; i < list.objects().size(); i++) {
          wiring.lent.add(list.objects().get(i));
        }
      }
      case TaskRanges named -> behind(named.lent(), wiring.lent);
      case MapCopy _,
          Nothing _,
          InlineBytes _,
          ObjectRanges _,
          EntryRanges _,
          FileRanges _,
          RegisteredRange _,
          PathBuffers _ -> {}
    }
    for (int i = 0; i < wiring.lent.size(); i++) {
      wiring.lent.get(i).lend();
    }
  }

  /** Somebody writes to memory of its own. */
  void written(Payload payload) {
    if (payload instanceof AddressRanges memory && lent(memory)) {
      meter.count(Counter.PROTOCOL_VIOLATIONS, 1);
    }
  }

  private boolean lent(AddressRanges memory) {
    if (memory.tenure() == Tenure.SHARED) {
      return pathBuffers.lent(memory);
    }
    looked.clear();
    behind(memory, looked);
    for (int i = 0; i < looked.size(); i++) {
      if (looked.get(i).lent()) {
        return true;
      }
    }
    return false;
  }

  /** What the map shows for all to see; nothing of a range that it does not show whole. */
  private static void behind(AddressRanges memory, List<VmObject> objects) {
    VmMap map = memory.map();
    IoVec ranges = memory.ranges();
    for (int i = 0; i < ranges.count(); i++) {
      int before = objects.size();
      try {
        long end = ranges.address(i) / map.pageBytes() + pages(map, ranges, i);
        for (long at = ranges.address(i) / map.pageBytes(); at < end; ) {
          VmMapEntry entry = map.lookup(at);
          if (!entry.needsCopy()) {
            objects.add(entry.object());
          }
          at = entry.endPage();
        }
      } catch (AddressFault nothingThere) {
        objects.subList(before, objects.size()).clear();
      }
    }
  }

  private static int pages(VmMap map, IoVec ranges, int range) {
    return map.pagesOf(ranges.address(range), ranges.length(range));
  }
}
