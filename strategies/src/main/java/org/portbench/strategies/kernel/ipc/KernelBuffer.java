package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Memory of the kernel's own that bytes stay in on their way: pages of an object nobody maps.
 * Counted references, because a queued message and a driver may both need it.
 */
public final class KernelBuffer {
  private final VmObject object;
  private final boolean pinned;
  private int references = 1;

  public KernelBuffer(VmObject object, boolean pinned) {
    this.object = object;
    this.pinned = pinned;
  }

  public VmObject object() {
    return object;
  }

  public boolean pinned() {
    return pinned;
  }

  public void retain() {
    references++;
  }

  /** Returns whether that was the last reference. */
  public boolean drop() {
    if (references == 0) {
      throw new IllegalStateException("kernel buffer given back twice");
    }
    return --references == 0;
  }

  /** Makes a buffer of a pool ready for its next use. */
  public void reuse() {
    references = 1;
  }
}
