package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.vm.VmMap;
import org.portbench.strategies.kernel.vm.VmObject;

/**
 * An fbuf: pinned memory at the same address in every map that has ever seen it. Its originator
 * writes, all others read; it is free again when nobody refers to it, and stays mapped.
 */
public final class PathBuffer {
  private final VmObject object;
  private final long firstPage;
  private final VmMap originator;
  private final List<VmMap> mapped = new ArrayList<>();
  private int references = 1;

  public PathBuffer(VmObject object, long firstPage, VmMap originator) {
    this.object = object;
    this.firstPage = firstPage;
    this.originator = originator;
  }

  public VmObject object() {
    return object;
  }

  public long firstPage() {
    return firstPage;
  }

  public VmMap originator() {
    return originator;
  }

  /** In a fixed order, as they came to see it. */
  public List<VmMap> maps() {
    return mapped;
  }

  public int references() {
    return references;
  }

  public void retain() {
    references++;
  }

  /** Returns whether that was the last reference. */
  public boolean drop() {
    if (references == 0) {
      throw new IllegalStateException("buffer at page " + firstPage + " was given back twice");
    }
    return --references == 0;
  }
}
