package org.portbench.strategies.kernel;

import java.util.List;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.ObjectRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VirtualCopies;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmMapCopy;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * How XNU receives a virtual copy that does not begin and end with a page, so that nobody sees what
 * lay around it: anonymous memory of the receiver, at the same place in its page, is written over.
 * Of what has three pages or more only the fragments at its ends are copied, into pages full of
 * zeroes; the pages between take the place of the anonymous ones ({@code
 * ipc_kmsg_copyout_ool_descriptor}, {@code vm_map_copy_overwrite}).
 */
final class Overwrites {
  private static final int WORTH_SPLITTING_PAGES = 3;

  private final VmSystem vm;
  private final DataAccess data;
  private final VirtualCopies copies;

  Overwrites(VmSystem vm, DataAccess data, VirtualCopies copies) {
    this.vm = vm;
    this.data = data;
    this.copies = copies;
  }

  boolean concern(VmMapCopy copy) {
    return copy.firstByte() != 0 || end(copy) % vm.pageBytes() != 0;
  }

  /** Returns the address of the first byte. */
  long copyOut(VmMapCopy copy, VmMap map) {
    int pages = copy.pages();
    VmObject anonymous = vm.createObject(pages);
    long start = map.enter(anonymous, 0, pages, true);
    int head = copy.firstByte() == 0 ? 0 : vm.pageBytes() - copy.firstByte();
    int tail = end(copy) % vm.pageBytes();
    if (copy.length() < WORTH_SPLITTING_PAGES * vm.pageBytes()) {
      write(copy, anonymous, 0, copy.length());
      copies.discard(copy);
    } else {
      write(copy, anonymous, 0, head);
      write(copy, anonymous, copy.length() - tail, tail);
      int before = head > 0 ? 1 : 0;
      int middle = pages - before - (tail > 0 ? 1 : 0);
      map.replace(start + before, middle, copies.part(copy, before, middle));
    }
    return start * vm.pageBytes() + copy.firstByte();
  }

  private void write(VmMapCopy copy, VmObject anonymous, int from, int length) {
    if (length > 0) {
      Payload source = named(References.rangesOf(copy, vm.pageBytes()));
      ObjectRange whole = new ObjectRange(anonymous, copy.firstByte(), copy.length(), Access.WRITE);
      data.copy(source, from, named(List.of(whole)), from, length);
    }
  }

  private static ObjectRanges named(List<ObjectRange> ranges) {
    return new ObjectRanges(ranges, List.of());
  }

  private static int end(VmMapCopy copy) {
    return copy.firstByte() + copy.length();
  }
}
