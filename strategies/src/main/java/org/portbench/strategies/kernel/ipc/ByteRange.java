package org.portbench.strategies.kernel.ipc;

/** Consecutive addresses of a task, in bytes. */
public record ByteRange(long address, int length) {}
