package org.portbench.strategies.kernel.ipc;

import java.util.List;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Ranges of memory entries.
 *
 * @param names the holder's names for the entries' ports, one a range; empty in the kernel and in
 *     transit, where each range has a right instead
 */
public record EntryRanges(List<EntryRanges.Part> parts, List<Integer> names)
    implements Payload.ByReference {
  /** A right, and two numbers: from where on, and how much. */
  private static final int ITEMS = 3;

  /** Bytes of one entry. */
  public record Part(MemoryEntry entry, long offset, int length) {}

  /** The same bytes by their objects, for a look; it has no references of its own. */
  public ObjectRanges named() {
    return new ObjectRanges(
        parts.stream().map(part -> part.entry.range(part.offset, part.length)).toList());
  }

  @Override
  public int references() {
    return parts.size();
  }

  @Override
  public VmObject referredTo(int i) {
    return parts.get(i).entry.object();
  }

  @Override
  public int length() {
    return parts.stream().mapToInt(Part::length).sum();
  }

  @Override
  public int rangeCount() {
    return ITEMS * parts.size();
  }
}
