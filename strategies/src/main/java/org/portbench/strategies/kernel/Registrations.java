package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.Registration;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Objects that were attached once, and what that saves later: no handle travels, pages stay pinned
 * from when the kernel got the object, and a domain that looks at its bytes maps it once.
 */
public final class Registrations {
  private final VmSystem vm;
  private final Meter meter;
  private final Loans loans;
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

  Registrations(VmSystem vm, Loans loans) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.loans = loans;
  }

  /** Names a task's memory by numbers; what it has not attached yet gets one. */
  public RegisteredRange name(AddressRanges held, Access rights) {
    VmMap map = held.map();
    for (ByteRange range : held.present().ranges()) {
      map.checkAccess(
          range.address() / vm.pageBytes(), map.pagesOf(range.address(), range.length()), rights);
    }
    List<RegisteredRange.Part> parts = new ArrayList<>();
    for (ByteRange range : held.present().ranges()) {
      long first = range.address() / vm.pageBytes();
      for (VmMapEntry entry : map.lookup(first, map.pagesOf(range.address(), range.length()))) {
        parts.add(part(entry, range, rights));
      }
    }
    return used(new RegisteredRange(parts));
  }

  /** The same of the kernel's own pages. */
  public RegisteredRange name(ObjectRanges held) {
    List<RegisteredRange.Part> parts = new ArrayList<>();
    for (ObjectRange range : held.ranges()) {
      Registration registration = numbered(range.object()).registration;
      parts.add(
          new RegisteredRange.Part(registration, range.offset(), range.length(), range.rights()));
    }
    return used(new RegisteredRange(parts));
  }

  private RegisteredRange.Part part(VmMapEntry entry, ByteRange range, Access rights) {
    if (entry.needsCopy() || entry.object().shadow()) {
      throw new IllegalStateException("memory that is shared until written is not to be attached");
    }
    long from = Math.max(range.address(), entry.startPage() * vm.pageBytes());
    long end = Math.min(range.address() + range.length(), entry.endPage() * vm.pageBytes());
    long page = from / vm.pageBytes();
    long offset = (long) entry.objectPage(page) * vm.pageBytes() + from % vm.pageBytes();
    Registration registration = numbered(entry.object()).registration;
    return new RegisteredRange.Part(registration, offset, Math.toIntExact(end - from), rights);
  }

  private Attached numbered(VmObject object) {
    return attached.computeIfAbsent(
        object,
        o -> {
          vm.reference(o);
          o.name();
          return new Attached(new Registration(nextNumber++, o));
        });
  }

  /** The same numbers for one more request. */
  public RegisteredRange used(RegisteredRange ranges) {
    ranges.parts().forEach(part -> part.registration().use());
    return loans.begun(new RegisteredRange(ranges.parts()));
  }

  /** The receiver finds what the numbers stand for, and whether it has so many bytes. */
  public RegisteredRange found(Domain receiver, RegisteredRange inTransit) {
    for (RegisteredRange.Part part : inTransit.parts()) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      if (part.length() < 1 || !part.named().within(vm.pageBytes())) {
        throw new AddressFault("a request names no bytes, or some that are not there: " + part);
      }
      Attached known = attached.get(part.registration().object());
      if (known != null && !known.domains.contains(receiver)) {
        attach(known, receiver);
      }
    }
    return inTransit;
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

  /** Shows the bytes to a task, which keeps what it has mapped. */
  AddressRanges reach(Task task, RegisteredRange held) {
    List<ByteRange> ranges = new ArrayList<>();
    for (RegisteredRange.Part part : held.parts()) {
      long first = mapped(task, part);
      ranges.add(new ByteRange(first * vm.pageBytes() + part.offset(), part.length()));
    }
    Access rights = held.parts().isEmpty() ? Access.READ : held.parts().getFirst().rights();
    return new AddressRanges(task.map(), new IoVec(ranges), Tenure.STANDING, rights, List.of());
  }

  private long mapped(Task task, RegisteredRange.Part part) {
    VmObject object = part.registration().object();
    Attached known = attached.get(object);
    if (known == null) {
      throw new AddressFault("number " + part.registration().number() + " is detached");
    }
    return known.firstPages.computeIfAbsent(
        new Mapping(task.map(), part.rights()),
        mapping -> {
          vm.systemCall();
          vm.reference(object);
          boolean writable = part.rights() == Access.WRITE;
          return AllOrNothing.of(
              () -> task.map().enter(object, 0, object.pageCount(), writable),
              () -> vm.release(object));
        });
  }

  /** Requests under way go on; what they need stays until the last has ended. */
  public void detach(RegisteredRange ranges) {
    for (RegisteredRange.Part part : ranges.parts()) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      part.registration().detach();
      endIfOver(part.registration());
    }
  }

  void giveBack(RegisteredRange held) {
    for (RegisteredRange.Part part : held.parts()) {
      part.registration().unuse();
      endIfOver(part.registration());
    }
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
