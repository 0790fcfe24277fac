package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * Memory as a file that somebody opened: what descriptors stand for. Descriptor tables and messages
 * that are queued each count as a reference; the last one closes it.
 */
public final class OpenFile {
  private final VmObject object;
  private final Access mode;
  private int references = 1;

  /** Takes over a reference to the object. */
  public OpenFile(VmObject object, Access mode) {
    this.object = object;
    this.mode = mode;
  }

  public VmObject object() {
    return object;
  }

  /** What may be done through it, by whoever has it. */
  public Access mode() {
    return mode;
  }

  public int references() {
    return references;
  }

  public void retain() {
    if (references == 0) {
      throw new IllegalStateException("the file of " + object + " is closed");
    }
    references++;
  }

  /** Returns whether that was the last reference. */
  public boolean drop() {
    if (references == 0) {
      throw new IllegalStateException("the file of " + object + " was closed already");
    }
    return --references == 0;
  }
}
