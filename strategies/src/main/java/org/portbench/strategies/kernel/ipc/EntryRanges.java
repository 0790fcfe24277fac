package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.vm.VmObject;

/** Ranges of memory entries, whose ports a task that holds them has names for. */
public final class EntryRanges implements Payload.ByReference {
  /** A right, and two numbers: from where on, and how much. */
  private static final int ITEMS = 3;

  private final ObjectRanges ranges = new ObjectRanges();
  private final List<MemoryEntry> entries = new ArrayList<>(1);
  private Life life = Life.ONCE;

  /** Begins a use of several, for ranges that are still to be added. */
  public EntryRanges begin() {
    ranges.begin();
    life = Life.USED;
    return this;
  }

  /** Ends it; tells whether it is to be used again. */
  public boolean end() {
    boolean again = life.again(this);
    if (again) {
      ranges.end();
      entries.clear();
      life = Life.ENDED;
    }
    return again;
  }

  /** Bytes of an entry, as they lie in its object. */
  public void add(MemoryEntry entry, ObjectRange range) {
    entries.add(entry);
    ranges.add(range);
  }

  public MemoryEntry entry(int i) {
    return entries.get(i);
  }

  /** Bytes of an entry, whether it is still there and has them or not. */
  public ObjectRange range(int i) {
    return ranges.range(i);
  }

  /**
   * The same bytes by their objects, for a look; it has no references of its own. What an entry
   * does not have, or no longer, is a fault.
   */
  public ObjectRanges named() {
    for (int i = 0; i < entries.size(); i++) {
      entries.get(i).demand(ranges.range(i));
    }
    return ranges;
  }

  /** The holder's name for the port of a range's entry. */
  public int name(int i) {
    return ranges.handle(i);
  }

  /** Whether the holder has such a name; in the kernel and in transit there is a right instead. */
  public boolean hasName(int i) {
    return ranges.named(i);
  }

  public void name(int i, int name) {
    ranges.name(i, name);
  }

  public void unname(int i) {
    ranges.unname(i);
  }

  @Override
  public int references() {
    return entries.size();
  }

  @Override
  public VmObject referredTo(int i) {
    return entries.get(i).object();
  }

  @Override
  public int length() {
    return ranges.length();
  }

  @Override
  public int rangeCount() {
    return ITEMS * entries.size();
  }
}
