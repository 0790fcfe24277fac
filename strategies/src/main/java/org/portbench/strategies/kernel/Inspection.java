package org.portbench.strategies.kernel;

import java.util.Optional;
import java.util.function.LongFunction;
import org.portbench.hardware.memory.Bytes;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.memory.Frame;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.FileRanges;
import org.portbench.strategies.kernel.ipc.InlineBytes;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.ObjectRanges;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.PathBuffers;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Payload.Nothing;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.VmMapCopy;
import org.portbench.strategies.kernel.vm.VmMapEntry;
import org.portbench.strategies.kernel.vm.VmObject;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * A judge's look at the bytes of a payload: it costs nothing, brings no page in, fills no table and
 * leaves no trace. Pages that nobody has made yet are zeroes.
 */
final class Inspection {
  private final VmSystem vm;
  private final Content expected;
  private int at;
  private boolean same = true;

  Inspection(VmSystem vm, Content expected) {
    this.vm = vm;
    this.expected = expected;
  }

  /** Whether a payload holds these bytes, all of them. */
  boolean matches(Payload payload, int length) {
    switch (payload) {
      case Nothing _ -> {}
      case AddressRanges held -> look(held);
      case InlineBytes bytes -> look(bytes.buffer().object(), 0, bytes.length());
      case ObjectRanges ranges -> look(ranges);
      case TaskRanges named -> look(named.lent());
      case EntryRanges named -> look(named.named());
      case FileRanges files -> look(files.named());
      case RegisteredRange registered -> look(registered.named());
      case MapCopy copies -> copies.copies().forEach(this::look);
      case PathBuffers buffers -> look(buffers.named());
      case PageList list -> {
        for (int i = 0; i < list.count(); i++) {
          compare(
              Optional.of(list.pieces().frame(i)),
              list.pieces().offset(i),
              list.pieces().length(i));
        }
      }
    }
    return same && at == length;
  }

  private void look(AddressRanges held) {
    if (held.gone()) {
      return;
    }
    for (ByteRange range : held.ranges().ranges()) {
      pages(
          range.address(),
          range.length(),
          page -> {
            VmMapEntry entry = held.map().lookup(page);
            return vm.peek(entry.object(), entry.objectPage(page));
          });
    }
  }

  private void look(ObjectRanges ranges) {
    ranges.ranges().forEach(range -> look(range.object(), range.offset(), range.length()));
  }

  private void look(VmMapCopy copy) {
    int skip = copy.firstByte();
    int left = copy.length();
    for (VmMapEntry part : copy.parts()) {
      int run = Math.min(left, part.pages() * vm.pageBytes() - skip);
      long from = (long) part.offset() * vm.pageBytes() + skip;
      look(part.object(), from, run);
      left -= run;
      skip = 0;
    }
  }

  private void look(VmObject object, long from, int length) {
    pages(from, length, page -> vm.peek(object, Math.toIntExact(page)));
  }

  private void pages(long from, int length, LongFunction<Optional<Frame>> frames) {
    for (long place = from; place < from + length; ) {
      int offset = (int) (place % vm.pageBytes());
      int run = (int) Math.min(vm.pageBytes() - offset, from + length - place);
      compare(frames.apply(place / vm.pageBytes()), offset, run);
      place += run;
    }
  }

  private void compare(Optional<Frame> frame, int offset, int length) {
    if (at + length > expected.size()) {
      same = false;
      return;
    }
    Bytes bytes = frame.<Bytes>map(f -> f).orElseGet(() -> new Content(vm.pageBytes()));
    same &= bytes.matches(offset, expected, at, length);
    at += length;
  }
}
