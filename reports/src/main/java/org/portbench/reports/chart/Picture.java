package org.portbench.reports.chart;

import java.awt.Graphics2D;
import java.util.function.Consumer;

/**
 * A drawing of a certain size that any {@link Graphics2D} can show.
 *
 * @param name its file name without the ending
 * @param description what somebody who cannot see it should hear
 * @param painter draws on white paper of that size
 */
public record Picture(
    String name, String description, int width, int height, Consumer<Graphics2D> painter) {}
