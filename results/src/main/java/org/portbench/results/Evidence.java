package org.portbench.results;

/**
 * One number that a verdict rests on.
 *
 * @param cell the cell's id
 * @param metric as in {@link Measurement}
 */
public record Evidence(String cell, String metric, long value) {}
