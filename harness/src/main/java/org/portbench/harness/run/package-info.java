/** From what is asked to what is kept: cells, trials, experiments. */
package org.portbench.harness.run;
