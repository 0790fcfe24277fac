/** Step 1 of the data path: what is asked, and when. */
package org.portbench.harness.workload;
