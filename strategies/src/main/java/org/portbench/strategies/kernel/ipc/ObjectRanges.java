package org.portbench.strategies.kernel.ipc;

import java.util.Arrays;
import java.util.List;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VmObject;

/** Ranges of objects, by reference. */
public final class ObjectRanges implements Payload.ByReference {
  private static final int UNNAMED = 0;

  private ObjectRange[] ranges = new ObjectRange[1];
  private int[] handles = new int[1];
  private int count;
  private int length;
  private Life life = Life.ONCE;

  /** None yet. */
  public ObjectRanges() {}

  public ObjectRanges(List<ObjectRange> ranges) {
    ranges.forEach(this::add);
  }

  /** Begins a use of several. */
  public ObjectRanges begin() {
    life = Life.USED;
    return this;
  }

  /** Ends it; tells whether it is to be used again. */
  public boolean end() {
    boolean again = life.again(this);
    if (again) {
      Arrays.fill(ranges, 0, count, null);
      count = 0;
      length = 0;
      life = Life.ENDED;
    }
    return again;
  }

  public void add(ObjectRange range) {
    if (count == ranges.length) {
      ranges = Arrays.copyOf(ranges, 2 * count);
      handles = Arrays.copyOf(handles, 2 * count);
    }
    handles[count] = UNNAMED;
    ranges[count++] = range;
    length += range.length();
  }

  public ObjectRange range(int i) {
    return ranges[i];
  }

  /** Whether a range of them may only be read. */
  public boolean onlyRead() {
    for (int i = 0; i < count; i++) {
      if (ranges[i].rights() == Access.READ) {
        return true;
      }
    }
    return false;
  }

  /** All of them, for those that are not in a hurry. */
  public List<ObjectRange> ranges() {
    return List.of(Arrays.copyOf(ranges, count));
  }

  /** The holder's name for a range's object. */
  public int handle(int i) {
    return handles[i];
  }

  @Override
  public int references() {
    return count;
  }

  @Override
  public VmObject referredTo(int i) {
    return ranges[i].object();
  }

  /** Whether the holder has a name for a range's object; in the kernel and in transit none. */
  public boolean named(int i) {
    return handles[i] != UNNAMED;
  }

  public void name(int i, int handle) {
    handles[i] = handle;
  }

  public void unname(int i) {
    handles[i] = UNNAMED;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public int rangeCount() {
    return count;
  }
}
