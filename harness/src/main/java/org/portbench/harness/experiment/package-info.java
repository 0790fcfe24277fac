/** Which cells are run: experiments, what users change in them, and how their cells are run. */
package org.portbench.harness.experiment;
