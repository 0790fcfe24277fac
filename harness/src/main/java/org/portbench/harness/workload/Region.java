package org.portbench.harness.workload;

/** The part of a file in which a client works. */
record Region(int file, long startByte, long lengthBytes) {}
