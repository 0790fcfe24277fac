package org.portbench.results.store;

import org.portbench.results.RunResult;

/**
 * A run that ended before its time.
 *
 * @param run with the cells that were finished, by id
 */
public record Unfinished(Asked asked, RunResult run) {}
