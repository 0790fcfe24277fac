/**
 * Messages: what they carry, the ports they go to, and the rights and names by which tasks know
 * both.
 */
package org.portbench.strategies.kernel.ipc;
