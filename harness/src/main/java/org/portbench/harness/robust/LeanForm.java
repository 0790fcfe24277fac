package org.portbench.harness.robust;

import org.portbench.harness.run.Cell;

/**
 * What is left of a cell that must be run hundreds of times: the same machine, stack, workload and
 * strategy, with fewer operations. They are warmed up longer than they are measured, because a file
 * system's metadata is soon in memory and does not count in a full run.
 */
final class LeanForm {
  private static final long SHARE = 100;
  private static final long LEAST = 20;
  private static final long MOST = 100;
  private static final long WARM_UP = 2;

  private LeanForm() {}

  static Cell of(Cell cell) {
    long operations = Math.clamp(cell.operations() / SHARE, LEAST, MOST);
    return new Cell(
        cell.machine(),
        cell.stack(),
        cell.workload(),
        cell.strategy(),
        cell.seed(),
        Math.min(operations, cell.operations()));
  }

  static long warmUp(Cell lean) {
    return WARM_UP * lean.operations();
  }

  static String words() {
    return "a hundredth of each cell's operations, "
        + LEAST
        + " to "
        + MOST
        + ", after twice as many to warm up; what flipped a verdict there was tried again on the"
        + " full cells of the workloads concerned";
  }
}
