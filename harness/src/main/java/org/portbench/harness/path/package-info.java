/**
 * The way a request takes: stations in domains, the crossings between them, the threads that run
 * them.
 */
package org.portbench.harness.path;
