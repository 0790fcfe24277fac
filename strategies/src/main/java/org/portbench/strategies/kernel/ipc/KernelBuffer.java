package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Memory of the kernel's own that bytes stay in on their way: pages of an object nobody maps.
 * Counted references, because a queued message and a driver may both need it.
 */
public final class KernelBuffer {
  private final InlineBytes bytes = new InlineBytes(this);
  private final boolean pinned;
  private VmObject object;
  private int length;
  private int references;

  /** One without memory yet. */
  public KernelBuffer(boolean pinned) {
    this.pinned = pinned;
  }

  public VmObject object() {
    return object;
  }

  public boolean pinned() {
    return pinned;
  }

  int length() {
    return length;
  }

  /** Has this memory from now on. */
  public KernelBuffer of(VmObject newObject) {
    object = newObject;
    return this;
  }

  /** Begins a use, with a first reference, for so many bytes. */
  public InlineBytes use(int bytesInUse) {
    references = 1;
    length = bytesInUse;
    return bytes;
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
}
