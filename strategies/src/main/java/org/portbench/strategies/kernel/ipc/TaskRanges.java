package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.AddressFault;

/**
 * Ranges of a task's addresses, named by the port that stands for the task. The ranges, and what
 * the request needs of them, are plain numbers: whoever has a right to the port may do with all of
 * the task's memory what it likes.
 */
public final class TaskRanges implements Payload {
  private Port task;
  private AddressRanges lent;
  private boolean right;
  private Life life = Life.ENDED;

  /**
   * Used for the first time or again.
   *
   * @param newLent the ranges by their addresses in the task's map
   * @param withRight whether a right to the port goes along, or is in the kernel's hands; otherwise
   *     a number says whose the ranges are
   */
  public TaskRanges begin(Port newTask, AddressRanges newLent, boolean withRight) {
    task = newTask;
    lent = newLent;
    right = withRight;
    life = Life.USED;
    return this;
  }

  /** Nobody has it any more. */
  public void end() {
    life.again(this);
    life = Life.ENDED;
  }

  public Port task() {
    return task;
  }

  public AddressRanges lent() {
    return lent;
  }

  public boolean right() {
    return right;
  }

  /** The ranges for whoever means to use them: those of a task that has ended are a fault. */
  public AddressRanges present() {
    if (task.dead()) {
      throw new AddressFault(task + " is dead");
    }
    return lent;
  }

  /** Numbers that the kernel does not look at: whose, and of each range its address and length. */
  public int plainItems() {
    return right ? 0 : 1 + scalars();
  }

  /** The receiver has the right now: from here on a number says whose the ranges are. */
  public void rightArrived() {
    right = false;
  }

  /** The right along with it or in the kernel's hands is gone. */
  public void consume() {
    if (right) {
      task.consumedSend();
      right = false;
    }
  }

  @Override
  public int length() {
    return lent.length();
  }

  /** Where a right makes the kernel look, it looks at the numbers, too. */
  @Override
  public int rangeCount() {
    return right ? 1 + scalars() : 0;
  }

  private int scalars() {
    return 2 * lent.rangeCount();
  }
}
