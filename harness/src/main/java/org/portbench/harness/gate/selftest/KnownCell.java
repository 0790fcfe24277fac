package org.portbench.harness.gate.selftest;

import java.util.Set;
import org.portbench.harness.run.Cell;
import org.portbench.results.exact.ExactCell;

/**
 * A cell of the suite as it is.
 *
 * @param charged what it was charged for, by name
 * @param tookNs to run, for the cheap ones to be tried first
 */
record KnownCell(Cell cell, ExactCell exact, Set<String> charged, long tookNs) {}
