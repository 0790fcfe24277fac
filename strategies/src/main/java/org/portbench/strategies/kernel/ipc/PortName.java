package org.portbench.strategies.kernel.ipc;

/** A task's own name for a right it has. */
public record PortName(int number) {}
