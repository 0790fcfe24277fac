/** Where requests end on a real kernel, and what their data says. */
package org.portbench.harness.linux.device;
