package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.Payload.InlineBytes;
import org.portbench.strategies.kernel.ipc.Payload.MapCopy;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.Payload.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload.PageList;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/** Making data addressable for whoever must touch it. */
final class Reaching {
  private final VmSystem vm;
  private final Mappings mappings;
  private final Wirer wirer;

  Reaching(VmSystem vm, Mappings mappings, Wirer wirer) {
    this.vm = vm;
    this.mappings = mappings;
    this.wirer = wirer;
  }

  /**
   * Makes data addressable for whoever must touch it: a task maps what it only refers to, the
   * kernel too unless all memory is in its direct map.
   */
  Payload reach(Domain domain, Payload held) {
    return switch (held) {
      case ObjectRanges ranges ->
          switch (domain) {
            case Domain.InTask(Task task) -> mapReferred(task, ranges);
            case Domain.InKernel _ -> reachInKernel(ranges);
          };
      case PageList list when !directMap() && list.mapping() == PageList.UNMAPPED ->
          mappings.mapIntoKernel(
              new PageList(
                  retained(list), list.pages(), list.firstByte(), list.length(), list.mapping()));
      case PageList _, AddressRanges _, InlineBytes _, MapCopy _, Nothing _ -> held;
    };
  }

  private VmObject retained(PageList list) {
    vm.reference(list.object());
    list.pages().forEach(vm::hold);
    return list.object();
  }

  private AddressRanges mapReferred(Task task, ObjectRanges held) {
    List<ByteRange> ranges = new ArrayList<>();
    for (ObjectRange range : held.ranges()) {
      vm.reference(range.object());
      int firstPage = (int) (range.offset() / vm.pageBytes());
      int firstByte = (int) (range.offset() % vm.pageBytes());
      long page =
          task.map().enter(range.object(), firstPage, vm.pagesOf(firstByte, range.length()), false);
      ranges.add(new ByteRange(page * vm.pageBytes() + firstByte, range.length()));
    }
    return new AddressRanges(task.map(), new IoVec(ranges), Tenure.TEMPORARY);
  }

  private Payload reachInKernel(ObjectRanges held) {
    if (directMap()) {
      return held;
    }
    ObjectRange range = held.ranges().getFirst();
    Wiring wiring = wirer.wire(held, Access.READ);
    vm.reference(range.object());
    int firstByte = (int) (range.offset() % vm.pageBytes());
    return mappings.mapIntoKernel(
        new PageList(range.object(), wiring.held(), firstByte, range.length(), PageList.UNMAPPED));
  }

  private boolean directMap() {
    return vm.machine().profile().mmu().directMap();
  }
}
