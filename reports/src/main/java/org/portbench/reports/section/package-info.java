/** The parts of a report, each made from the run alone and independent of how it is rendered. */
package org.portbench.reports.section;
