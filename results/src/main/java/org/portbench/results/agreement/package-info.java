/** How far a model is from the machine that it was calibrated to: cells, ranks, crossovers. */
package org.portbench.results.agreement;
