package org.portbench.strategies.kernel.ipc;

import org.portbench.strategies.kernel.vm.AddressFault;

/**
 * Ranges of a task's addresses, named by the port that stands for the task. The ranges, and what
 * the request needs of them, are plain numbers: whoever has a right to the port may do with all of
 * the task's memory what it likes.
 *
 * @param lent the ranges by their addresses in the task's map
 * @param right whether a right to the port goes along, or is in the kernel's hands; otherwise a
 *     number says whose the ranges are
 */
public record TaskRanges(Port task, AddressRanges lent, boolean right) implements Payload {

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

  /** The right along with it or in the kernel's hands is gone. */
  public void consume() {
    if (right) {
      task.consumedSend();
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
