package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.Disposition;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.Port;
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
    for (ByteRange range : held.present().ranges()) {
      map.checkAccess(firstPage(range), map.pagesOf(range.address(), range.length()), needed);
    }
    List<EntryRanges.Part> parts = new ArrayList<>();
    List<Integer> names = new ArrayList<>();
    for (ByteRange range : held.present().ranges()) {
      int pages = map.pagesOf(range.address(), range.length());
      for (VmMapEntry shown : map.lookup(firstPage(range), pages)) {
        StandingEntries.Made made = standing.of(owner, shown, needed);
        long first = shown.startPage() * vm.pageBytes();
        long from = Math.max(range.address(), first);
        long end = Math.min(range.address() + range.length(), shown.endPage() * vm.pageBytes());
        parts.add(new EntryRanges.Part(made.entry(), from - first, Math.toIntExact(end - from)));
        names.add(made.name());
      }
    }
    return new EntryRanges(parts, names);
  }

  private long firstPage(ByteRange range) {
    return range.address() / vm.pageBytes();
  }

  /** In the sender: a copy of each right, for one more message. */
  public EntryRanges pass(Task sender, EntryRanges held) {
    held.names().forEach(name -> checkAlive(sender, name));
    List<PortRight> copied = new ArrayList<>();
    AllOrNothing.run(
        () ->
            held.names()
                .forEach(name -> copied.add(rights.copyIn(sender, name, Disposition.COPY_SEND))),
        () -> copied.forEach(right -> right.port().consumedSend()));
    return loans.begun(new EntryRanges(held.parts(), List.of()));
  }

  /** In the receiver: a task gets names for the rights. */
  public EntryRanges receive(Domain receiver, EntryRanges inTransit) {
    if (!(receiver instanceof Domain.InTask(Task task))) {
      return inTransit;
    }
    List<Integer> names = new ArrayList<>();
    AllOrNothing.run(
        () -> inTransit.parts().forEach(part -> names.add(arrived(task, part.entry().port()))),
        () -> names.forEach(name -> Rights.undoCopyOut(task, name)));
    return new EntryRanges(inTransit.parts(), names);
  }

  private int arrived(Task task, Port port) {
    return rights.copyOut(task, port.right(PortRight.Kind.SEND));
  }

  private static void checkAlive(Task holder, int name) {
    PortRight right = holder.ports().lookup(name);
    if (right.kind() == PortRight.Kind.DEAD_NAME) {
      throw new AddressFault(right.port() + " is gone");
    }
  }

  /** Shows the entries' bytes to a task: a {@code vm_map} for each. */
  AddressRanges map(Task task, EntryRanges held) {
    List<ObjectRange> named = held.named().ranges();
    List<ByteRange> shown = new ArrayList<>();
    AllOrNothing.run(
        () -> {
          for (int i = 0; i < named.size(); i++) {
            vm.systemCall();
            rights.copyIn(task, held.names().get(i), Disposition.COPY_SEND).port().consumedSend();
            if (named.get(i).length() > 0) {
              shown.add(references.show(task.map(), named.get(i), named.get(i).rights()));
            }
          }
        },
        () -> References.hide(task.map(), shown));
    return new AddressRanges(task.map(), new IoVec(shown), Tenure.TEMPORARY);
  }

  /** A task gives its rights up by a system call each; the kernel drops those it has in hand. */
  void giveBack(Domain holder, EntryRanges held) {
    if (holder instanceof Domain.InTask(Task task) && !held.names().isEmpty()) {
      for (int name : held.names()) {
        vm.systemCall();
        task.ports().remove(name);
      }
    } else {
      held.parts().forEach(part -> part.entry().port().consumedSend());
    }
  }

  /**
   * Ends entries while others still have rights to them, which are dead names from then on. What
   * was mapped through them stays; what a device has wired it finishes.
   */
  public void end(EntryRanges given) {
    for (EntryRanges.Part part : given.parts()) {
      vm.systemCall();
      standing.end(part.entry());
    }
  }

  /** Tasks give up what they keep. */
  void drain() {
    standing.drain();
  }
}
