/** Step 2 of the data path: who asks. */
package org.portbench.harness.client;
