package org.portbench.harness.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.portbench.hardware.memory.Pieces;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Wiring;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.vm.Access;

/**
 * Memory that the device reads and writes for requests whose data nobody moves, so that it works as
 * hard for the floor as for the others. Content does not matter, setting it up is not charged.
 */
final class Scratch {
  private final Kernel kernel;
  private final BusMap bus;
  private final TreeMap<Integer, Area> byLength = new TreeMap<>();
  private Area last;

  /** Memory ready for the device. */
  record Area(InlineBytes bytes, Wiring wiring, BusPages busPages) {
    Pieces pieces() {
      return wiring.pieces();
    }
  }

  Scratch(Kernel kernel, BusMap bus) {
    this.kernel = kernel;
    this.bus = bus;
  }

  /** Requests mostly have one length: then it is the one that was asked for last. */
  Area area(int length) {
    if (last == null || last.bytes.length() != length) {
      last = byLength.computeIfAbsent(length, this::create);
    }
    return last;
  }

  void close() {
    kernel.vm().machine().meter().setUp(() -> byLength.values().forEach(this::destroy));
    byLength.clear();
    last = null;
  }

  private Area create(int length) {
    List<Area> made = new ArrayList<>(1);
    kernel
        .vm()
        .machine()
        .meter()
        .setUp(() -> {
          InlineBytes bytes = kernel.landingBuffer(length);
          Wiring wiring = kernel.wire(bytes, Access.WRITE);
          BusPages busPages = new BusPages();
          bus.map(wiring.pieces(), bytes, busPages);
          made.add(new Area(bytes, wiring, busPages));
        });
    return made.getFirst();
  }

  private void destroy(Area area) {
    kernel.unwire(area.wiring());
    kernel.giveBack(new Domain.InKernel(), area.bytes());
  }
}
