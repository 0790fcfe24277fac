package org.portbench.harness.linux.domain;

import org.portbench.harness.linux.sys.Usage;
import org.portbench.harness.linux.transport.Message;
import org.portbench.harness.linux.transport.Message.Kind;
import org.portbench.harness.linux.transport.Neighbours;
import org.portbench.harness.linux.way.Site;
import org.portbench.harness.linux.way.Way;

/** A layer's or the driver's life: take a message, do what the way says, until the end is told. */
record Hops(Site site, Way way) {

  Findings run() {
    Neighbours neighbours = site.neighbours();
    boolean driver = site.position().isDriver();
    Message m = new Message();
    Usage start = Usage.ofThisThread();
    while (true) {
      neighbours.inbox().receive(m);
      switch (m.kind()) {
        case READ, WRITE -> {
          if (driver) {
            way.serve(m);
          } else {
            way.down(m);
          }
        }
        case WAS_READ, WAS_WRITTEN -> way.up(m);
        case MARK -> {
          start = Usage.ofThisThread();
          turn(m, driver, Kind.MARKED);
        }
        case END -> {
          Usage used = Usage.ofThisThread().since(start);
          turn(m, driver, Kind.ENDED);
          if (!driver) {
            neighbours.inbox().receive(m);
            neighbours.up().send(m);
          }
          return Findings.of(used, 0, 0, site.checks());
        }
        case MARKED, ENDED -> neighbours.up().send(m);
      }
    }
  }

  /** Down as far as the driver, and back from there. */
  private void turn(Message m, boolean driver, Kind answer) {
    if (driver) {
      site.neighbours().up().send(m.as(answer));
    } else {
      site.neighbours().down().send(m);
    }
  }
}
