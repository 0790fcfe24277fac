package org.portbench.strategies.kernel;

import java.util.ArrayList;
import java.util.List;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.PageFaults;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * Naming memory by its addresses in its owner's map, as BSD's uio does. Whoever needs the pages
 * finds them there, faults in what is missing and holds them: physio for a device, vmapbuf for a
 * CPU that must see them at addresses of its own.
 */
final class Lending {
  private final VmSystem vm;
  private final PageFaults faults;
  private final References references;
  private final PageLists lists;
  private final Zone<AddressRanges> lentRanges = new Zone<>(AddressRanges::new);

  Lending(VmSystem vm, PageFaults faults, References references, PageLists lists) {
    this.vm = vm;
    this.faults = faults;
    this.references = references;
    this.lists = lists;
  }

  /** The same addresses for somebody else. */
  AddressRanges lend(AddressRanges held, Access rights) {
    IoVec present = held.present();
    AddressRanges lent = lentRanges.take().begin(held.map(), Tenure.BORROWED, rights);
    lent.ranges().addAll(present);
    return lent;
  }

  /** Nobody has the addresses any more. */
  void ended(AddressRanges lent) {
    if (lent.end()) {
      lentRanges.giveBack(lent);
    }
  }

  /** Makes borrowed memory addressable: in a task's own map, for the kernel by its pages. */
  Payload reach(Domain domain, AddressRanges lent) {
    if (vm.cpu().loaded() == lent.map().space()) {
      return lent;
    }
    return switch (domain) {
      case Domain.InTask(Task task) -> show(task, lent);
      case Domain.InKernel _ -> {
        PageList pages = lists.list(lent, lent.rights(), Integer.MAX_VALUE);
        yield vm.machine().profile().mmu().directMap() ? pages : lists.showNew(pages);
      }
    };
  }

  private AddressRanges show(Task task, AddressRanges lent) {
    for (ByteRange range : lent.present().ranges()) {
      lent.map()
          .checkAccess(
              range.address() / vm.pageBytes(),
              lent.map().pagesOf(range.address(), range.length()),
              lent.rights());
    }
    vm.systemCall();
    List<ByteRange> shown = new ArrayList<>();
    List<int[]> kept = new ArrayList<>();
    AllOrNothing.run(
        () -> lent.present().ranges().forEach(range -> show(task, lent, range, shown, kept)),
        () -> {
          References.hide(task.map(), shown);
          kept.forEach(run -> vm.unholdAll(run, run.length));
        });
    return new AddressRanges(
        task.map(), new IoVec(shown), Tenure.TEMPORARY, lent.rights(), List.copyOf(kept));
  }

  private void show(
      Task task, AddressRanges lent, ByteRange range, List<ByteRange> shown, List<int[]> kept) {
    AddressRanges one =
        new AddressRanges(
            lent.map(), new IoVec(List.of(range)), Tenure.BORROWED, lent.rights(), List.of());
    List<ObjectRange> left = new ArrayList<>(references.refer(one, lent.rights()).ranges());
    AllOrNothing.run(
        () -> {
          long ownersPage = range.address() / vm.pageBytes();
          while (!left.isEmpty()) {
            ownersPage += show(task, lent, ownersPage, left.getFirst(), shown, kept);
            left.removeFirst();
          }
        },
        () -> references.drop(left));
  }

  /** Returns how many pages that is. */
  private int show(
      Task task,
      AddressRanges lent,
      long ownersPage,
      ObjectRange part,
      List<ByteRange> shown,
      List<int[]> kept) {
    int firstPage = (int) (part.offset() / vm.pageBytes());
    int firstByte = (int) (part.offset() % vm.pageBytes());
    int pages = vm.pagesOf(firstByte, part.length());
    int[] run = new int[pages];
    for (int i = 0; i < pages; i++) {
      run[i] = faults.resident(lent.map(), ownersPage + i, lent.rights());
    }
    vm.holdAll(run, pages);
    kept.add(run);
    boolean writable = lent.rights() == Access.WRITE;
    long page = task.map().enter(part.object(), firstPage, pages, writable);
    task.map().show(page, run, pages, writable);
    shown.add(new ByteRange(page * vm.pageBytes() + firstByte, part.length()));
    return pages;
  }
}
