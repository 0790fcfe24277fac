/** Benchmarks of portbench itself: which there are, and the JVM that runs them. */
package org.portbench.harness.micro;
