package org.portbench.strategies.kernel.ipc;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.vm.VmMapCopy;

/** Map entries detached from any map: a copy for each range that was sent. */
public final class MapCopy implements Payload {
  private final List<VmMapCopy> copies = new ArrayList<>();
  private boolean ended = true;

  /** Used for the first time or again; it has no copies yet. */
  public MapCopy begin() {
    ended = false;
    return this;
  }

  public List<VmMapCopy> copies() {
    return copies;
  }

  /** Its copies are where they should be, or gone. */
  public void end() {
    if (ended) {
      throw new IllegalStateException("a detached copy has ended already");
    }
    ended = true;
    copies.clear();
  }

  @Override
  public int length() {
    int length = 0;
    for (int i = 0; i < copies.size(); i++) {
      length += copies.get(i).length();
    }
    return length;
  }

  @Override
  public int rangeCount() {
    return copies.size();
  }
}
