/**
 * How requests get from one process to the next: over a socket, or over a ring in shared memory.
 */
package org.portbench.harness.linux.transport;
