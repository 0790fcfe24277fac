package org.portbench.results;

/** Measured reads and writes over the measured virtual time. */
public record Throughput(long iops, long bytesPerSecond) {}
