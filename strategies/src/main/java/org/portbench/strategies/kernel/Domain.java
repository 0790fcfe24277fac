package org.portbench.strategies.kernel;

/** On which side of the kernel's boundary somebody stands. */
public sealed interface Domain {

  record InTask(Task task) implements Domain {}

  record InKernel() implements Domain {
    @Override
    public Task task() {
      throw new IllegalStateException("the kernel is no task");
    }
  }

  /** The task, for what only a task can do. */
  Task task();

  default boolean kernel() {
    return this instanceof InKernel;
  }
}
