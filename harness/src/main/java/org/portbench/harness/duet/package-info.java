/**
 * The wall-clock half of the regression gate: two builds of portbench, what is measured of them,
 * and the fresh JVMs in which that is done.
 */
package org.portbench.harness.duet;
