package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.Registration;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * The table of attached objects, and what that saves later: pages stay pinned from when the kernel
 * got the object, and a domain that looks at its bytes maps it once.
 */
final class AttachedObjects {
  private final VmSystem vm;
  private final Meter meter;
  private final Map<VmObject, Attached> attached = new LinkedHashMap<>();
  private int nextNumber = 1;
  private int slots;

  private record Mapping(VmMap map, Access rights) {}

  /** An object, who has it in a table, and where it is pinned and mapped. */
  private static final class Attached {
    private final Registration registration;
    private final List<Domain> domains = new ArrayList<>();
    private final Map<Mapping, Long> firstPages = new LinkedHashMap<>();
    private final List<Integer> pinned = new ArrayList<>();

    Attached(Registration registration) {
      this.registration = registration;
    }
  }

  AttachedObjects(VmSystem vm) {
    this.vm = vm;
    this.meter = vm.machine().meter();
  }

  /** What an object goes by, from the first time on that somebody asks. */
  Registration numbered(VmObject object) {
    Attached known = attached.get(object);
    return known == null ? numberedNew(object) : known.registration;
  }

  private Registration numberedNew(VmObject object) {
    vm.reference(object);
    object.name();
    Registration registration = new Registration(nextNumber++, object);
    attached.put(object, new Attached(registration));
    return registration;
  }

  /** A request about an object reaches a domain. */
  void reaches(Domain domain, VmObject object) {
    Attached known = attached.get(object);
    if (known != null && !known.domains.contains(domain)) {
      attach(known, domain);
    }
  }

  /**
   * Once for each domain: a number in its table; in the kernel's also the pages are pinned, of a
   * file those that are in memory.
   */
  private void attach(Attached known, Domain domain) {
    vm.systemCall();
    meter.perform(Primitive.HANDLE_INSERT);
    if (domain.kernel()) {
      AllOrNothing.run(
          () -> pin(known),
          () -> {
            known.pinned.forEach(vm::unhold);
            known.pinned.clear();
          });
    }
    known.domains.add(domain);
    slots++;
  }

  private void pin(Attached known) {
    VmObject object = known.registration.object();
    for (int i = 0; i < object.pageCount(); i++) {
      if (!object.ofFile() || object.has(i)) {
        int page = vm.page(object, i, Access.WRITE);
        vm.hold(page);
        known.pinned.add(page);
      }
    }
  }

  /** The first page of an object where a task has mapped it, once. */
  long mapped(Task task, Registration registration, Access rights) {
    VmObject object = registration.object();
    Attached known = attached.get(object);
    if (known == null) {
      throw new AddressFault("number " + registration.number() + " is detached");
    }
    return known.firstPages.computeIfAbsent(
        new Mapping(task.map(), rights),
        mapping -> {
          vm.systemCall();
          vm.reference(object);
          return AllOrNothing.of(
              () -> task.map().enter(object, 0, object.pageCount(), rights == Access.WRITE),
              () -> vm.release(object));
        });
  }

  /** It takes no more requests. */
  void detach(Registration registration) {
    registration.detach();
    endIfOver(registration);
  }

  void unuse(Registration registration) {
    registration.unuse();
    endIfOver(registration);
  }

  private void endIfOver(Registration registration) {
    if (registration.over() && attached.containsKey(registration.object())) {
      end(attached.remove(registration.object()));
    }
  }

  private void end(Attached known) {
    VmObject object = known.registration.object();
    known.firstPages.forEach((mapping, first) -> mapping.map().remove(first, object.pageCount()));
    known.pinned.forEach(vm::unhold);
    slots -= known.domains.size();
    vm.release(object);
  }

  /** Places that attached objects take in the tables of domains. */
  int slots() {
    return slots;
  }

  /** Detaches everything; nothing may be under way. */
  void drain() {
    attached.values().forEach(this::end);
    attached.clear();
  }
}
