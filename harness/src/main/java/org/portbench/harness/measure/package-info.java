/** Step 8 of the data path: what is noted, by judges that no strategy can reach. */
package org.portbench.harness.measure;
