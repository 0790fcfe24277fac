/**
 * The same cells in the model and on this machine: what of Linux stands for what of the model, and
 * how far they are apart.
 */
package org.portbench.harness.linux.compare;
