package org.portbench.strategies.kernel.vm;

import java.util.function.Supplier;

/**
 * Work in steps of which each may be refused, for want of memory, of address space or of a page: a
 * kernel's operation then fails as a whole, and what the steps before did is undone.
 */
public final class AllOrNothing {
  private AllOrNothing() {}

  public static <T> T of(Supplier<T> steps, Runnable undo) {
    try {
      return steps.get();
    } catch (RuntimeException refused) {
      undo.run();
      throw refused;
    }
  }

  public static void run(Runnable steps, Runnable undo) {
    try {
      steps.run();
    } catch (RuntimeException refused) {
      undo.run();
      throw refused;
    }
  }
}
