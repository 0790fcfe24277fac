/**
 * Measures what this machine's kernel and caches take for the steps that paths are made of, and
 * writes a machine profile of it.
 */
package org.portbench.harness.linux.calibrate;
