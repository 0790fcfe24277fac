/**
 * Experiments on a real kernel: starts a process for each domain, hands out what connects them, and
 * makes results of what they report.
 */
package org.portbench.harness.linux.run;
