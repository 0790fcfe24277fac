package org.portbench.strategies.kernel;

/** On which side of the kernel's boundary somebody stands. */
public sealed interface Domain {

  record InTask(Task task) implements Domain {}

  record InKernel() implements Domain {}

  default boolean kernel() {
    return this instanceof InKernel;
  }
}
