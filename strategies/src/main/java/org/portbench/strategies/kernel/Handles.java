package org.portbench.strategies.kernel;

import java.util.Arrays;
import org.portbench.strategies.kernel.ipc.NameTally;
import org.portbench.strategies.kernel.vm.VmObject;

/** A task's table of names for objects. The slot that was freed last is taken first. */
final class Handles {
  private static final int FIRST = 1;

  private final NameTally tally;
  private VmObject[] objects = new VmObject[16];
  private int[] free = new int[16];
  private int freeCount;
  private int end = FIRST;

  Handles(NameTally tally) {
    this.tally = tally;
  }

  int insert(VmObject object) {
    int handle = freeCount > 0 ? free[--freeCount] : end++;
    if (handle == objects.length) {
      objects = Arrays.copyOf(objects, 2 * handle);
      free = Arrays.copyOf(free, 2 * handle);
    }
    objects[handle] = object;
    tally.more();
    return handle;
  }

  /** Whether there is a handle of this number. */
  boolean has(int handle) {
    return handle >= FIRST && handle < end && objects[handle] != null;
  }

  VmObject object(int handle) {
    return objects[handle];
  }

  void remove(int handle) {
    objects[handle] = null;
    free[freeCount++] = handle;
    tally.fewer();
  }

  int count() {
    return end - FIRST - freeCount;
  }
}
