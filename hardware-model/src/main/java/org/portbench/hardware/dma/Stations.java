package org.portbench.hardware.dma;

import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.memory.MemoryBus;

/**
 * Medium, link and flush: where a command goes once its descriptors are fetched. One whose data a
 * CPU moves needs the medium alone.
 */
final class Stations {
  private final StorageMedium medium;
  private final Link link;
  private final FlushBarrier barrier = new FlushBarrier();
  private final Agenda agenda;
  private final Meter meter;
  private final Account account;
  private final long flushPs;

  /** What a block takes on the link. */
  private final long blockPs;

  Stations(MachineProfile.Device profile, MemoryBus bus, Agenda agenda, Meter meter) {
    this.medium = StorageMedium.of(profile);
    this.link = new Link(profile.linkPsPerByte(), bus);
    this.agenda = agenda;
    this.meter = meter;
    this.account = new Account(meter);
    this.flushPs = profile.flushPs();
    this.blockPs = link.transferPs(profile.blockBytes());
  }

  /** Takes the command one stage further; tells whether it is done. */
  boolean advance(Command command, Stage stage, long nowPs) {
    return switch (stage) {
      case FETCHED -> {
        begin(command, nowPs);
        yield false;
      }
      case LINK_WANTED -> {
        wantLink(command, nowPs);
        yield false;
      }
      case FIRST_BLOCK_IN -> {
        writeMedium(command, nowPs);
        yield false;
      }
      case TRANSFERRED -> {
        if (link.release()) {
          transfer(link.holder(), nowPs);
        }
        yield command.kind() == Command.Kind.READ;
      }
      case SAFE -> {
        if (command.kind() == Command.Kind.WRITE) {
          barrier.writeEnds(command);
          releaseFlushes(nowPs);
        }
        yield true;
      }
    };
  }

  private void begin(Command command, long nowPs) {
    switch (command.kind()) {
      case READ -> readMedium(command, nowPs);
      case WRITE -> {
        barrier.writeBegins();
        if (command.programmed().isPresent()) {
          command.transferEndPs = nowPs;
          writeMedium(command, nowPs);
        } else {
          wantLink(command, nowPs);
        }
      }
      case FLUSH -> {
        command.waitingSincePs = nowPs;
        barrier.hold(command);
        releaseFlushes(nowPs);
      }
    }
  }

  private void readMedium(Command command, long nowPs) {
    meter.step("device: reads the medium");
    Service service = medium.read(command.address(), command.bytes(), nowPs);
    serve(command, service, nowPs);
    if (command.programmed().isPresent()) {
      agenda.add(service.lastPs(), command, Stage.SAFE);
      return;
    }
    command.mediumDonePs = service.lastPs();
    long unbrokenPs = service.lastPs() + blockPs - link.transferPs(command.bytes());
    agenda.add(Math.max(service.firstPs(), unbrokenPs), command, Stage.LINK_WANTED);
  }

  private void writeMedium(Command command, long nowPs) {
    meter.step("device: writes the medium");
    Service service = medium.write(command.address(), command.bytes(), nowPs);
    serve(command, service, nowPs);
    long safePs = Math.max(service.lastPs(), command.transferEndPs + service.blockPs());
    account.transferred(command, safePs - service.lastPs());
    agenda.add(safePs, command, Stage.SAFE);
  }

  private void serve(Command command, Service service, long nowPs) {
    account.queued(command, "MEDIUM_QUEUE", service.waitPs());
    account.served(command, "MEDIUM", service.lastPs() - nowPs - service.waitPs());
  }

  private void wantLink(Command command, long nowPs) {
    command.waitingSincePs = nowPs;
    if (link.take(command)) {
      transfer(command, nowPs);
    }
  }

  private void transfer(Command command, long nowPs) {
    meter.step("device: moves data over link and memory bus");
    long startPs = nowPs + link.busWaitPs(command, nowPs);
    long waitedPs = startPs - command.waitingSincePs;
    account.queued(command, "LINK_QUEUE", waitedPs);
    command.transferEndPs = Math.addExact(startPs, link.transferPs(command.bytes()));
    switch (command.kind()) {
      case READ ->
          account.transferred(command, command.transferEndPs - waitedPs - command.mediumDonePs);
      case WRITE -> {
        account.transferred(command, blockPs);
        agenda.add(startPs + blockPs, command, Stage.FIRST_BLOCK_IN);
      }
      case FLUSH -> throw new IllegalStateException("a flush transfers nothing");
    }
    agenda.add(command.transferEndPs, command, Stage.TRANSFERRED);
  }

  private void releaseFlushes(long nowPs) {
    while (barrier.open()) {
      Command flush = barrier.release();
      meter.step("device: flushes");
      account.queued(flush, "FLUSH_QUEUE", nowPs - flush.waitingSincePs);
      account.served(flush, "FLUSH", flushPs);
      agenda.add(nowPs + flushPs, flush, Stage.SAFE);
    }
  }
}
