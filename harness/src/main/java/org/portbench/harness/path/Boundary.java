package org.portbench.harness.path;

import org.portbench.strategies.Crossing;
import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.Kernel;

/**
 * What lies between a station and the next below it, and the ways across.
 *
 * @param channel is not used where both are in the kernel
 * @param withinKernel whether both are
 * @param intoKernel whether only the lower is
 */
record Boundary(
    Channel channel, Crossing down, Crossing up, boolean withinKernel, boolean intoKernel) {

  static Boundary between(Kernel kernel, Station upper, Channel channel, Station lower) {
    boolean within = upper.domain().kernel() && lower.domain().kernel();
    return new Boundary(
        channel,
        new Crossing(kernel, channel.upper(), channel.lower()),
        new Crossing(kernel, channel.lower(), channel.upper()),
        within,
        !within && channel.lower().kernel());
  }

  /** No way at all, for what a station does by itself. */
  static Crossing within(Kernel kernel, Station station) {
    return new Crossing(kernel, station.domain(), station.domain());
  }
}
