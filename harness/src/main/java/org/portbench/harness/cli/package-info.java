/** The command line: commands parse and call. */
package org.portbench.harness.cli;
