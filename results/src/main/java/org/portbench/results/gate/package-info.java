/**
 * Wall-clock times of two builds, compared so that the alarms can be trusted: what is measured in
 * which order, what is left out, what is tested, and what a verdict rests on.
 */
package org.portbench.results.gate;
