package org.portbench.hardware.cost;

/**
 * What a kernel primitive does, for all machines; a profile prices it.
 *
 * @param instructions executed with their operands in the first-level cache
 * @param lines cache lines of kernel data touched beyond those
 * @param atomics locked or atomic read-modify-writes
 * @param traps entries into the kernel and back
 * @param allocations small blocks taken from and given back to the kernel's allocator
 */
public record Work(int instructions, int lines, int atomics, int traps, int allocations) {}
