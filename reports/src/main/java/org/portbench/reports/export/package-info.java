/** Results in the formats of tools that others have: benchmarks, test reports, summaries of CI. */
package org.portbench.reports.export;
