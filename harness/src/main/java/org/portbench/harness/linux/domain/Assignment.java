package org.portbench.harness.linux.domain;

import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.transport.Position;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.harness.linux.way.WayKind;

/**
 * What a domain is to be for one repetition of a cell.
 *
 * @param layers between client and driver, each a process or, in one process, a call
 * @param touch what each layer looks at
 * @param depth how many requests are under way at most
 * @param bytes of the longest of them
 */
public record Assignment(
    Position position,
    WayKind way,
    Transport transport,
    DeviceKind device,
    Look touch,
    int layers,
    int depth,
    int bytes) {

  static final String VERB = "open";

  public Words words() {
    return new Words(VERB)
        .with("index", position.index())
        .with("domains", position.domains())
        .with("way", way)
        .with("transport", transport)
        .with("device", device)
        .with("touch", touch)
        .with("layers", layers)
        .with("depth", depth)
        .with("bytes", bytes);
  }

  static Assignment of(Words words) {
    return new Assignment(
        new Position(words.count("index"), words.count("domains")),
        WayKind.valueOf(words.text("way")),
        Transport.valueOf(words.text("transport")),
        DeviceKind.valueOf(words.text("device")),
        Look.valueOf(words.text("touch")),
        words.count("layers"),
        words.count("depth"),
        words.count("bytes"));
  }
}
