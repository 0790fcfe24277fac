/** A device that moves data by itself: descriptor ring, scatter-gather, media, completions. */
package org.portbench.hardware.dma;
