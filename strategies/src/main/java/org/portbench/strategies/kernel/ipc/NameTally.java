package org.portbench.strategies.kernel.ipc;

/** How many names all tasks of a kernel have, for ports and for objects. */
public final class NameTally {
  private int count;

  public void more() {
    count++;
  }

  public void fewer() {
    count--;
  }

  public int count() {
    return count;
  }
}
