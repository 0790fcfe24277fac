package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.Disposition;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MemoryEntry;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PortRight;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Ports that stand for parts of objects: Mach's {@code mach_make_memory_entry}. A task has one made
 * for its memory when it first sends it, once for reading and once for writing, and keeps its right
 * to both. Each message brings its receiver a right of its own.
 */
public final class MemoryEntries {
  private final VmSystem vm;
  private final Rights rights;
  private final References references;
  private final Loans loans;
  private final StandingEntries standing;
  private final Zone<EntryRanges> payloads = new Zone<>(EntryRanges::new);
  private final Zone<ObjectRange> ranges = new Zone<>(ObjectRange::new);

  MemoryEntries(VmSystem vm, Rights rights, References references, Loans loans) {
    this.vm = vm;
    this.rights = rights;
    this.references = references;
    this.loans = loans;
    this.standing = new StandingEntries(vm, rights, references);
  }

  /** A task's own memory by entries, to which it keeps its rights. */
  public EntryRanges name(Task owner, AddressRanges held, Access needed) {
    VmMap map = held.map();
    IoVec ranges = held.present();
    for (int i = 0; i < ranges.count(); i++) {
      long first = ranges.address(i) / vm.pageBytes();
      map.checkAccess(first, map.pagesOf(ranges.address(i), ranges.length(i)), needed);
    }
    EntryRanges named = payloads.take().begin();
    for (int i = 0; i < ranges.count(); i++) {
      name(owner, ranges.address(i), ranges.length(i), needed, named);
    }
    return named;
  }

  private void name(Task owner, long address, int length, Access needed, EntryRanges named) {
    long page = address / vm.pageBytes();
    long end = page + owner.map().pagesOf(address, length);
    while (page < end) {
      VmMapEntry shown = owner.map().lookup(page);
      add(named, standing.of(owner, shown, needed), shown, address, length);
      page = shown.endPage();
    }
  }

  private void add(
      EntryRanges named, StandingEntries.Made made, VmMapEntry shown, long address, int length) {
    MemoryEntry entry = made.entry();
    long first = shown.startPage() * vm.pageBytes();
    long from = Math.max(address, first);
    long end = Math.min(address + length, shown.endPage() * vm.pageBytes());
    long offset = entry.firstByte() + from - first;
    int bytes = Math.toIntExact(end - from);
    int last = named.references();
    add(named, entry, ranges.take().refer(entry.object(), offset, bytes, entry.rights()));
    named.name(last, made.name());
  }

  private static void add(EntryRanges named, MemoryEntry entry, ObjectRange range) {
    range.keep();
    named.add(entry, range);
  }

  /** In the owner: its memory for a message, with a copy of each right. */
  public EntryRanges pass(Task owner, AddressRanges held, Access needed) {
    EntryRanges own = name(owner, held, needed);
    try {
      copyIn(owner, own);
    } catch (RuntimeException refused) {
      ended(own);
      throw refused;
    }
    for (int i = 0; i < own.references(); i++) {
      own.unname(i);
    }
    return loans.begun(own);
  }

  /** In the sender: a copy of each right, for one more message. */
  public EntryRanges pass(Task sender, EntryRanges held) {
    copyIn(sender, held);
    EntryRanges passed = payloads.take().begin();
    for (int i = 0; i < held.references(); i++) {
      add(passed, held.entry(i), held.range(i));
    }
    return loans.begun(passed);
  }

  private void copyIn(Task sender, EntryRanges held) {
    for (int i = 0; i < held.references(); i++) {
      checkAlive(sender, held.name(i));
    }
    int copied = 0;
    try {
      while (copied < held.references()) {
        rights.copyIn(sender, held.name(copied), Disposition.COPY_SEND);
        copied++;
      }
    } catch (RuntimeException refused) {
      while (--copied >= 0) {
        held.entry(copied).port().consumedSend();
      }
      throw refused;
    }
  }

  /** In the receiver: a task gets names for the rights, all or none. */
  public EntryRanges receive(Domain receiver, EntryRanges inTransit) {
    if (!(receiver instanceof Domain.InTask(Task task))) {
      return inTransit;
    }
    int arrived = 0;
    try {
      while (arrived < inTransit.references()) {
        PortRight right = inTransit.entry(arrived).port().right(PortRight.Kind.SEND);
        inTransit.name(arrived, rights.copyOut(task, right));
        arrived++;
      }
    } catch (RuntimeException refused) {
      while (--arrived >= 0) {
        Rights.undoCopyOut(task, inTransit.name(arrived));
        inTransit.unname(arrived);
      }
      throw refused;
    }
    return inTransit;
  }

  private static void checkAlive(Task holder, int name) {
    PortRight right = holder.ports().lookup(name);
    if (right.kind() == PortRight.Kind.DEAD_NAME) {
      throw new AddressFault(right.port() + " is gone");
    }
  }

  /** Shows the entries' bytes to a task: a {@code vm_map} for each. */
  AddressRanges map(Task task, EntryRanges held) {
    ObjectRanges named = held.named();
    List<ByteRange> shown = new ArrayList<>();
    AllOrNothing.run(
        () -> {
          for (int i = 0; i < named.rangeCount(); i++) {
            vm.systemCall();
            rights.copyIn(task, held.name(i), Disposition.COPY_SEND).port().consumedSend();
            if (named.range(i).length() > 0) {
              shown.add(references.show(task.map(), named.range(i), named.range(i).rights()));
            }
          }
        },
        () -> References.hide(task.map(), shown));
    return new AddressRanges(task.map(), new IoVec(shown), Tenure.TEMPORARY);
  }

  /** A task gives its rights up by a system call each; the kernel drops those it has in hand. */
  void giveBack(Domain holder, EntryRanges held) {
    for (int i = 0; i < held.references(); i++) {
      if (holder instanceof Domain.InTask(Task task) && held.hasName(i)) {
        vm.systemCall();
        task.ports().remove(held.name(i));
      } else {
        held.entry(i).port().consumedSend();
      }
    }
    ended(held);
  }

  private void ended(EntryRanges held) {
    for (int i = 0; i < held.references(); i++) {
      if (held.range(i).letGo()) {
        ranges.giveBack(held.range(i));
      }
    }
    if (held.end()) {
      payloads.giveBack(held);
    }
  }

  /**
   * Ends entries while others still have rights to them, which are dead names from then on. What
   * was mapped through them stays; what a device has wired it finishes.
   */
  public void end(EntryRanges given) {
    for (int i = 0; i < given.references(); i++) {
      vm.systemCall();
      standing.end(given.entry(i));
    }
  }

  /** Tasks give up what they keep. */
  void drain() {
    standing.drain();
  }
}
