/** The modeled half of the regression gate: a suite of cells, run to be kept or compared. */
package org.portbench.harness.gate;
