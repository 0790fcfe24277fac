/** Modeled metrics of two runs, compared to the last unit: any difference is one. */
package org.portbench.results.exact;
