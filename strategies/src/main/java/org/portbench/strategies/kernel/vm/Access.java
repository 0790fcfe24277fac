package org.portbench.strategies.kernel.vm;

/** What somebody wants to do with bytes, or may do. */
public enum Access {
  READ,
  WRITE
}
