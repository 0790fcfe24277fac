package org.portbench.hardware.dma;

/**
 * What a medium says about one read or write when it is told of it.
 *
 * @param waitPs how long it works for others first
 * @param firstPs when its first block has been read
 * @param lastPs when its last block has been read or written
 * @param blockPs what a single block takes in the medium
 */
record Service(long waitPs, long firstPs, long lastPs, long blockPs) {}
