package org.portbench.strategies.kernel;

import java.util.List;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.Registration;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Requests that name objects which were attached once by numbers. No handle travels with them; what
 * else attaching saves is in {@link AttachedObjects}.
 */
public final class Registrations {
  private final VmSystem vm;
  private final Meter meter;
  private final Loans loans;
  private final AttachedObjects attached;
  private final Zone<RegisteredRange> payloads = new Zone<>(RegisteredRange::new);
  private final Zone<ObjectRange> ranges = new Zone<>(ObjectRange::new);

  Registrations(VmSystem vm, Loans loans) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.loans = loans;
    this.attached = new AttachedObjects(vm);
  }

  /** Names a task's memory by numbers; what it has not attached yet gets one. */
  public RegisteredRange name(AddressRanges held, Access rights) {
    VmMap map = held.map();
    IoVec ranges = held.present();
    for (int i = 0; i < ranges.count(); i++) {
      long first = ranges.address(i) / vm.pageBytes();
      map.checkAccess(first, map.pagesOf(ranges.address(i), ranges.length(i)), rights);
    }
    RegisteredRange named = payloads.take().begin();
    try {
      for (int i = 0; i < ranges.count(); i++) {
        name(map, ranges.address(i), ranges.length(i), rights, named);
      }
    } catch (RuntimeException refused) {
      giveBack(named);
      throw refused;
    }
    return loans.begun(named);
  }

  private void name(VmMap map, long address, int length, Access rights, RegisteredRange named) {
    long page = address / vm.pageBytes();
    long end = page + map.pagesOf(address, length);
    while (page < end) {
      VmMapEntry entry = map.lookup(page);
      add(named, entry, address, length, rights);
      page = entry.endPage();
    }
  }

  private void add(
      RegisteredRange named, VmMapEntry entry, long address, int length, Access rights) {
    if (entry.needsCopy() || entry.object().shadow()) {
      throw new IllegalStateException("memory that is shared until written is not to be attached");
    }
    long from = Math.max(address, entry.startPage() * vm.pageBytes());
    long end = Math.min(address + length, entry.endPage() * vm.pageBytes());
    long page = from / vm.pageBytes();
    long offset = (long) entry.objectPage(page) * vm.pageBytes() + from % vm.pageBytes();
    add(named, entry.object(), offset, Math.toIntExact(end - from), rights);
  }

  /** The same of the kernel's own pages. */
  public RegisteredRange name(ObjectRanges held) {
    RegisteredRange named = payloads.take().begin();
    try {
      for (int i = 0; i < held.rangeCount(); i++) {
        ObjectRange range = held.range(i);
        add(named, range.object(), range.offset(), range.length(), range.rights());
      }
    } catch (RuntimeException refused) {
      giveBack(named);
      throw refused;
    }
    return loans.begun(named);
  }

  private void add(RegisteredRange named, VmObject object, long offset, int length, Access rights) {
    add(named, attached.numbered(object), ranges.take().refer(object, offset, length, rights));
  }

  private static void add(RegisteredRange named, Registration registration, ObjectRange range) {
    registration.use();
    range.keep();
    named.add(registration, range);
  }

  /** The same numbers for one more request. */
  public RegisteredRange used(RegisteredRange held) {
    RegisteredRange more = payloads.take().begin();
    try {
      for (int i = 0; i < held.rangeCount(); i++) {
        add(more, held.registration(i), held.named().range(i));
      }
    } catch (RuntimeException refused) {
      giveBack(more);
      throw refused;
    }
    return loans.begun(more);
  }

  /** The receiver finds what the numbers stand for, and whether it has so many bytes. */
  public RegisteredRange found(Domain receiver, RegisteredRange inTransit) {
    for (int i = 0; i < inTransit.rangeCount(); i++) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      ObjectRange range = inTransit.named().range(i);
      if (range.length() < 1 || !range.within(vm.pageBytes())) {
        throw new AddressFault("a request names no bytes, or some that are not there: " + range);
      }
      attached.reaches(receiver, range.object());
    }
    return inTransit;
  }

  /** Shows the bytes to a task, which keeps what it has mapped. */
  AddressRanges reach(Task task, RegisteredRange held) {
    IoVec ranges = new IoVec();
    for (int i = 0; i < held.rangeCount(); i++) {
      ObjectRange range = held.named().range(i);
      long first = attached.mapped(task, held.registration(i), range.rights());
      ranges.add(first * vm.pageBytes() + range.offset(), range.length());
    }
    Access rights = held.rangeCount() == 0 ? Access.READ : held.named().range(0).rights();
    return new AddressRanges(task.map(), ranges, Tenure.STANDING, rights, List.of());
  }

  /** Requests under way go on; what they need stays until the last has ended. */
  public void detach(RegisteredRange ranges) {
    for (int i = 0; i < ranges.rangeCount(); i++) {
      meter.perform(Primitive.HANDLE_LOOKUP);
      attached.detach(ranges.registration(i));
    }
  }

  void giveBack(RegisteredRange held) {
    for (int i = 0; i < held.rangeCount(); i++) {
      unuse(held.registration(i));
      if (held.named().range(i).letGo()) {
        ranges.giveBack(held.named().range(i));
      }
    }
    if (held.end()) {
      payloads.giveBack(held);
    }
  }

  /** A request has ended, or a transfer of its data. */
  void unuse(Registration registration) {
    attached.unuse(registration);
  }

  int slots() {
    return attached.slots();
  }

  /** Detaches everything; nothing may be under way. */
  void drain() {
    attached.drain();
  }
}
