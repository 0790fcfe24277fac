package org.portbench.results.gate;

/** Which of the two builds is launched. */
public enum Side {
  BASE,
  HEAD
}
