package org.portbench.results;

/** How many bytes were compared with what was sent, and how many comparisons failed. */
public record PayloadSummary(long checkedBytes, long mismatches) {}
