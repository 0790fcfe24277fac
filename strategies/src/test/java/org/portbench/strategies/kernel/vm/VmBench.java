package org.portbench.strategies.kernel.vm;

import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.memory.Frame;
import org.portbench.strategies.Charges;
import org.portbench.strategies.TestMachine;

/** Virtual memory by itself, on one CPU. */
final class VmBench {
  static final int PAGE = TestMachine.PAGE;

  final Machine machine = new Machine(TestMachine.OLD.profile());
  final VmSystem vm;
  final PageFaults faults;
  final VirtualCopies copies;
  final Charges charges = new Charges(machine.meter());

  VmBench() {
    this(false);
  }

  VmBench(boolean shadowSkip) {
    this.vm = new VmSystem(machine);
    vm.shadowSkip(shadowSkip);
    this.faults = new PageFaults(vm);
    this.copies = new VirtualCopies(vm);
  }

  /** Memory with an origin for each page: the page's number in the range, plus 1. */
  long filled(VmMap map, int pages) {
    long first = map.enter(vm.createObject(pages), 0, pages, true);
    for (int i = 0; i < pages; i++) {
      write(map, first + i, i + 1);
    }
    charges.take();
    return first;
  }

  void write(VmMap map, long page, long origin) {
    access(map, page, Access.WRITE).fill(0, PAGE, origin, 0);
  }

  boolean holds(VmMap map, long page, long origin) {
    return access(map, page, Access.READ).matches(0, PAGE, origin, 0);
  }

  Frame frame(int page) {
    return machine.memory().frame(page);
  }

  Frame access(VmMap map, long page, Access access) {
    vm.cpu().load(map.space());
    return faults.access(map, page, access);
  }

  VmMapCopy copyIn(VmMap map, long page, int pages) {
    return copies.copyIn(map, page * PAGE, pages * PAGE);
  }

  VmMapCopy moveIn(VmMap map, long page, int pages) {
    return copies.moveIn(map, page * PAGE, pages * PAGE);
  }

  /** The first page of where a copy went. */
  long copyOut(VmMapCopy copy, VmMap map) {
    return copies.copyOut(copy, map) / PAGE;
  }

  int chain(VmMap map, long page) {
    return map.lookup(page).object().chainLength();
  }

  long count(Counter counter) {
    return machine.meter().counter(counter);
  }

  int frames() {
    return machine.memory().framesInUse();
  }
}
