package org.portbench.strategies.kernel;

import java.util.List;
import java.util.function.BiConsumer;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Taking back what a reference allows. Revoked, it allows nothing any more, to nobody who got it,
 * and what was mapped through it is unmapped. Sealed, its object is not written to by anybody until
 * the seal is broken, the one who sealed it included. What a device has wired already it finishes.
 * Both are a system call and cost what they undo: a look-up, page-table writes, a shootdown for
 * each map that showed it.
 */
final class Withdrawal {
  private final VmSystem vm;
  private final Meter meter;
  private final List<Task> tasks;

  Withdrawal(VmSystem vm, List<Task> tasks) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.tasks = tasks;
  }

  void revoke(ObjectRanges given, BiConsumer<Domain, AddressRanges> unmap) {
    vm.systemCall();
    for (ObjectRange range : given.ranges()) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      for (AddressRanges mapped : range.revoke()) {
        unmap.accept(new Domain.InKernel(), mapped);
      }
    }
  }

  void seal(ObjectRanges given) {
    vm.systemCall();
    for (ObjectRange range : given.ranges()) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      range.object().seal();
      tasks.forEach(task -> task.map().withdrawWriting(range.object()));
    }
  }

  /** Whoever comes for what is beyond the new end is refused; a device keeps what it has. */
  void truncate(ObjectRange given, int pages) {
    vm.systemCall();
    meter.perform(Primitive.HANDLE_LOOKUP);
    tasks.forEach(task -> task.map().withdrawFrom(given.object(), pages));
    vm.truncate(given.object(), pages);
  }

  /** Who wrote before may write again, by a fault on each page. */
  void breakSeal(ObjectRanges given) {
    vm.systemCall();
    for (ObjectRange range : given.ranges()) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      range.object().breakSeal();
    }
  }
}
