package org.portbench.harness.validate;

import org.portbench.harness.experiment.Matrix;

/**
 * Cells that formulas name: one, or one for each of its sizes.
 *
 * @param where file and line
 */
record Run(String id, String where, Matrix matrix) {}
