package org.portbench.hardware.memory;

/** Where a CPU finds a line. */
public enum Heat {
  PRIVATE,
  SHARED,
  MEMORY
}
