/** What may be compared with what, and what follows from it: ratios, bottlenecks, crossovers. */
package org.portbench.reports.compare;
