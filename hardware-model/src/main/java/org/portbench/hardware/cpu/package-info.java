/** CPUs that run segments, and the interrupts that break in on them. */
package org.portbench.hardware.cpu;
