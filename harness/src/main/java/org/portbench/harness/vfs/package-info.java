/** Step 3 of the data path: what a request passes through. */
package org.portbench.harness.vfs;
