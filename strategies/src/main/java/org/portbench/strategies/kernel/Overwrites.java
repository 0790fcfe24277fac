package org.portbench.strategies.kernel;

import java.util.List;
import org.portbench.strategies.kernel.ipc.ObjectRange;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.Payload;
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
    return copy.length() > 0 && (copy.firstByte() != 0 || end(copy) % vm.pageBytes() != 0);
  }

  /**
   * Anonymous memory with what has to be copied of a copy that is still needed; returns the address
   * of its first byte.
   */
  long begin(VmMapCopy copy, VmMap map) {
    long start = map.enterNew(copy.pages());
    VmObject anonymous = map.lookup(start).object();
    try {
      if (shortOne(copy)) {
        write(copy, anonymous, 0, copy.length());
      } else {
        write(copy, anonymous, 0, head(copy));
        write(copy, anonymous, copy.length() - tail(copy), tail(copy));
        map.cut(start + before(copy), middle(copy));
      }
    } catch (RuntimeException refused) {
      map.remove(start, copy.pages());
      throw refused;
    }
    return start * vm.pageBytes() + copy.firstByte();
  }

  /** What is not copied takes its place; the copy is used up. Nothing of that can be refused. */
  void end(VmMapCopy copy, VmMap map, long address) {
    if (shortOne(copy)) {
      copies.discard(copy);
      return;
    }
    long start = address / vm.pageBytes();
    int before = before(copy);
    int middle = middle(copy);
    copies.keep(copy, before, middle);
    map.replace(start + before, middle, copy);
    copies.left(copy);
  }

  private boolean shortOne(VmMapCopy copy) {
    return copy.length() < WORTH_SPLITTING_PAGES * vm.pageBytes();
  }

  private int head(VmMapCopy copy) {
    return copy.firstByte() == 0 ? 0 : vm.pageBytes() - copy.firstByte();
  }

  private int tail(VmMapCopy copy) {
    return end(copy) % vm.pageBytes();
  }

  /** Pages that the bytes before the first whole page lie in. */
  private int before(VmMapCopy copy) {
    return head(copy) > 0 ? 1 : 0;
  }

  private int middle(VmMapCopy copy) {
    return copy.pages() - before(copy) - (tail(copy) > 0 ? 1 : 0);
  }

  private void write(VmMapCopy copy, VmObject anonymous, int from, int length) {
    if (length > 0) {
      Payload source = named(References.rangesOf(copy, vm.pageBytes()));
      ObjectRange whole = new ObjectRange(anonymous, copy.firstByte(), copy.length(), Access.WRITE);
      data.copy(source, from, named(List.of(whole)), from, length);
    }
  }

  private static ObjectRanges named(List<ObjectRange> ranges) {
    return new ObjectRanges(ranges);
  }

  private static int end(VmMapCopy copy) {
    return copy.firstByte() + copy.length();
  }
}
