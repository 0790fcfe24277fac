package org.portbench.harness.workload;

/**
 * A file that the workload touches; its blocks are laid out on the device before the cell starts.
 */
public record FileSpec(String name, long sizeBytes) {}
