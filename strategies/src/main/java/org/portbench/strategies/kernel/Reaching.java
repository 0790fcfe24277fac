package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmSystem;

/** Making data addressable for whoever must touch it. */
final class Reaching {
  private final VmSystem vm;
  private final PageLists lists;
  private final References references;
  private final Lending lending;
  private final Registrations registrations;
  private final TaskPorts taskPorts;
  private final MemoryEntries memoryEntries;

  Reaching(
      VmSystem vm,
      PageLists lists,
      References references,
      Lending lending,
      Registrations registrations,
      TaskPorts taskPorts,
      MemoryEntries memoryEntries) {
    this.vm = vm;
    this.lists = lists;
    this.references = references;
    this.lending = lending;
    this.registrations = registrations;
    this.taskPorts = taskPorts;
    this.memoryEntries = memoryEntries;
  }

  /**
   * Makes data addressable for whoever must touch it: a task maps what it only refers to, the
   * kernel too unless all memory is in its direct map.
   */
  Payload reach(Domain domain, Payload held) {
    // Most memory is its holder's own.
    return held instanceof AddressRanges memory && memory.tenure() != Tenure.BORROWED
        ? held
        : shown(domain, held);
  }

  private Payload shown(Domain domain, Payload held) {
    return switch (held) {
      case ObjectRanges ranges -> reachNamed(domain, held, ranges);
      case FileRanges files -> reachNamed(domain, held, files.named());
      case RegisteredRange ranges ->
          switch (domain) {
            case Domain.InTask(Task task) -> registrations.reach(task, ranges);
            case Domain.InKernel _ -> reachNamed(domain, held, ranges.named());
          };
      case PageList list when !directMap() && list.mapping() == PageList.UNMAPPED ->
          lists.showNew(lists.share(list));
      case AddressRanges lent -> lending.reach(domain, lent);
      case MapCopy copy -> reachCopy(domain, copy);
      case TaskRanges named -> taskPorts.reach(domain, named);
      case EntryRanges named ->
          switch (domain) {
            case Domain.InTask(Task task) -> memoryEntries.map(task, named);
            case Domain.InKernel _ -> reachNamed(domain, held, named.named());
          };
      case PageList _, InlineBytes _, PathBuffers _, Nothing _ -> held;
    };
  }

  /**
   * Makes data addressable in one piece for a layer that looks at no byte but takes nothing that
   * has no address: a task maps it as it would to look at it, the kernel shows its pages at
   * addresses that follow one another, also where its direct map shows each of them already
   * (FreeBSD's {@code g_io_transient_map_bio}).
   *
   * @param deviceAccess what will be done to the bytes
   */
  Payload address(Domain domain, Payload held, Access deviceAccess) {
    if (!domain.kernel()) {
      return reach(domain, held);
    }
    return inOnePiece(held) ? held : lists.mapIntoKernel(listed(held, deviceAccess));
  }

  private static boolean inOnePiece(Payload held) {
    return switch (held) {
      case Nothing _, InlineBytes _ -> true;
      case PageList list -> list.mapping() != PageList.UNMAPPED;
      case AddressRanges memory -> memory.map().space().global() && memory.rangeCount() == 1;
      case PathBuffers buffers -> buffers.rangeCount() == 1;
      case ObjectRanges _,
          FileRanges _,
          RegisteredRange _,
          MapCopy _,
          TaskRanges _,
          EntryRanges _ ->
          false;
    };
  }

  private PageList listed(Payload held, Access deviceAccess) {
    return switch (held) {
      case AddressRanges memory -> lists.list(memory, deviceAccess, Integer.MAX_VALUE);
      case ObjectRanges ranges -> lists.list(ranges);
      case FileRanges files -> lists.list(files.named());
      case EntryRanges entries -> lists.list(entries.named());
      case TaskRanges named -> lists.list(named.present(), deviceAccess, Integer.MAX_VALUE);
      case RegisteredRange ranges -> lists.list(ranges.named());
      case PathBuffers buffers -> lists.list(buffers.named());
      case PageList list -> lists.share(list);
      case MapCopy copy -> lists.list(references.look(copy));
      case Nothing _, InlineBytes _ -> throw new IllegalStateException(held + " has an address");
    };
  }

  private Payload reachNamed(Domain domain, Payload held, ObjectRanges named) {
    return switch (domain) {
      case Domain.InTask(Task task) -> mapReferred(task, named);
      case Domain.InKernel _ when directMap() -> held;
      case Domain.InKernel _ -> lists.showNew(lists.list(named));
    };
  }

  /**
   * A system call maps each range; where the reference only allows reading, so does the mapping.
   */
  private AddressRanges mapReferred(Task task, ObjectRanges held) {
    if (held.ranges().stream()
        .anyMatch(range -> !range.allows(Access.READ) || !range.within(vm.pageBytes()))) {
      throw new AddressFault("a reference was revoked, or names what is not there");
    }
    List<ByteRange> ranges = new ArrayList<>();
    vm.systemCall();
    AllOrNothing.run(
        () ->
            held.ranges().stream()
                .filter(range -> range.length() > 0)
                .forEach(range -> ranges.add(mapped(task.map(), range))),
        () -> References.hide(task.map(), ranges));
    AddressRanges mapped = new AddressRanges(task.map(), new IoVec(ranges), Tenure.TEMPORARY);
    held.ranges().forEach(range -> range.mappedAt(mapped));
    return mapped;
  }

  private ByteRange mapped(VmMap map, ObjectRange range) {
    return references.show(map, range, range.allows(Access.WRITE) ? Access.WRITE : Access.READ);
  }

  /** A detached copy has no address in any map: the kernel looks at it by reference. */
  private Payload reachCopy(Domain domain, MapCopy copy) {
    if (!domain.kernel()) {
      throw new IllegalStateException("a task holds no detached map copy");
    }
    ObjectRanges ranges = references.refer(copy);
    if (directMap()) {
      return ranges;
    }
    try {
      return lists.showNew(lists.list(ranges));
    } finally {
      references.giveBack(domain, ranges);
    }
  }

  private boolean directMap() {
    return vm.machine().profile().mmu().directMap();
  }
}
