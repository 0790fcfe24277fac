package org.portbench.harness.linux.way;

import org.portbench.harness.linux.device.Checks;
import org.portbench.harness.linux.device.Device;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.transport.Neighbours;
import org.portbench.harness.linux.transport.Position;

/**
 * All that a way finds in its domain.
 *
 * @param touch what a layer looks at
 * @param device where this is the driver; a device that is not there elsewhere
 * @param depth how many requests are under way at most
 * @param bytes of the longest of them
 */
public record Site(
    Position position,
    Neighbours neighbours,
    Device device,
    Look touch,
    Checks checks,
    int depth,
    int bytes) {

  /** How many buffers the client has here. */
  int buffers() {
    return position.isClient() ? depth : 0;
  }
}
