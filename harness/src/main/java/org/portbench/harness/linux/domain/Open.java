package org.portbench.harness.linux.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.portbench.harness.linux.device.Checks;
import org.portbench.harness.linux.device.Device;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.device.FileDevice;
import org.portbench.harness.linux.device.Sink;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.transport.Carrier;
import org.portbench.harness.linux.transport.Channel;
import org.portbench.harness.linux.transport.LocalInbox;
import org.portbench.harness.linux.transport.Neighbours;
import org.portbench.harness.linux.transport.Position;
import org.portbench.harness.linux.way.Direct;
import org.portbench.harness.linux.way.NoDevice;
import org.portbench.harness.linux.way.Site;
import org.portbench.harness.linux.way.Way;
import org.portbench.harness.linux.way.WayKind;
import org.portbench.harness.linux.way.Ways;

/**
 * A domain as it was assigned, with everything open that it needs. Descriptors are given in the
 * order in which they are taken here: the wires, the carriers of copied data, the client's objects,
 * the device, the agenda.
 */
final class Open implements AutoCloseable {
  private final Assignment assignment;
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private final Optional<Agenda> agenda;
  private final Site site;
  private final Way way;

  /** Whatever is thrown here, nothing stays open. */
  static Open of(Assignment assignment, long agendaBytes, Supplier<Descriptor> given) {
    return new Open(assignment, agendaBytes, given);
  }

  private Open(Assignment assignment, long agendaBytes, Supplier<Descriptor> given) {
    this.assignment = assignment;
    Position position = assignment.position();
    try {
      boolean alone = assignment.way().oneProcess();
      Optional<Neighbours> neighbours =
          alone
              ? Optional.empty()
              : Optional.of(kept(assignment.transport().join(position, given)));
      boolean copies = assignment.way().carrier() != Carrier.NONE;
      Optional<Channel> above = channel(copies && !position.isClient(), given);
      Optional<Channel> below = channel(copies && !position.isDriver(), given);
      List<Descriptor> objects = new ArrayList<>();
      for (int i = 0; i < assignment.depth() && assignment.way().givesObjects(); i++) {
        objects.add(kept(given.get()));
      }
      Checks checks = new Checks(assignment.device().returned());
      Device device = kept(device(given, checks));
      agenda = position.isClient() ? Optional.of(agenda(agendaBytes, given)) : Optional.empty();
      if (alone) {
        LocalInbox replies = new LocalInbox();
        site = siteOf(Neighbours.alone(replies), device, checks);
        way = kept(new Direct(site, assignment.layers(), replies));
      } else {
        site = siteOf(neighbours.orElseThrow(), device, checks);
        way = kept(new Ways(above, below, objects).make(assignment.way(), site));
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  Findings run() {
    DeviceKind device = assignment.device();
    WayKind kind = assignment.way();
    return agenda
        .map(asked -> new Requests(site, way, asked, device.returned(), kind.passesData()).run())
        .orElseGet(() -> new Hops(site, way).run());
  }

  private Site siteOf(Neighbours neighbours, Device device, Checks checks) {
    return new Site(
        assignment.position(),
        neighbours,
        device,
        assignment.touch(),
        checks,
        assignment.depth(),
        assignment.bytes());
  }

  private Device device(Supplier<Descriptor> given, Checks checks) {
    if (!assignment.position().isDriver()) {
      return new NoDevice();
    }
    boolean file = assignment.device() == DeviceKind.FILE && assignment.way().passesData();
    return file ? new FileDevice(given.get()) : new Sink(assignment.device().look(), checks);
  }

  private Optional<Channel> channel(boolean there, Supplier<Descriptor> given) {
    return there ? Optional.of(kept(Channel.join(given))) : Optional.empty();
  }

  private Agenda agenda(long bytes, Supplier<Descriptor> given) {
    try (Descriptor memory = given.get()) {
      return kept(Agenda.read(memory, bytes));
    }
  }

  private <T extends AutoCloseable> T kept(T thing) {
    toClose.add(thing);
    return thing;
  }

  @Override
  public void close() {
    for (AutoCloseable thing : toClose.reversed()) {
      try {
        thing.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot close " + thing, e);
      }
    }
    toClose.clear();
  }
}
