/** What a terminal shows: progress, summaries, tables, explanations. */
package org.portbench.harness.console;
