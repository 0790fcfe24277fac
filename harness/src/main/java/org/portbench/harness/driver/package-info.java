/** Step 5 of the data path: who talks to the device. */
package org.portbench.harness.driver;
