package org.portbench.hardware.dma;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.memory.BusAddressSpace;
import org.portbench.hardware.memory.PhysicalMemory;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.hardware.sim.Tournament;

/**
 * A block device that fetches commands from a ring and moves their data by itself. It works on as
 * many at a time as its queue is deep; each of them passes these stations, where it may have to
 * wait:
 *
 * <pre>
 *   READ   descriptors -> medium -> link and memory bus -> done: the data is in memory
 *   WRITE  descriptors -> link and memory bus -> medium -> done: the data is on the medium
 *   FLUSH  descriptors -> all writes before it are done -> flush -> done
 * </pre>
 *
 * The second station works while the first still does, one block behind: a read has the link as
 * soon as that need not pause for the medium, a write has the medium as soon as its first block is
 * in. So {@link Category#DEVICE} is what the medium takes, {@link Category#DMA} what descriptors
 * and data take beyond that, {@link Category#QUEUEING} the waiting; they add up to each command's
 * time. Data moves in one instant, at completion.
 */
public final class DmaDevice {
  /** Before interrupts and CPUs, so that these see all that is complete at their time. */
  private static final int EVENT_PRIORITY = 0;

  private final MachineProfile.Device profile;
  private final Limits limits;
  private final Meter meter;
  private final Account account;
  private final EventQueue events;
  private final int slot;
  private final DescriptorRing ring;
  private final Agenda agenda = new Agenda();
  private final Stations stations;
  private final MediumContent content = new MediumContent();
  private final DataMover mover;
  private CompletionListener listener = (command, nowPs) -> {};
  private int working;
  private long fetched;
  private long fetcherBusyUntilPs;

  public DmaDevice(
      MachineProfile.Device profile,
      PhysicalMemory memory,
      BusAddressSpace addresses,
      Meter meter,
      EventQueue events) {
    this.profile = profile;
    this.limits = Limits.of(profile);
    this.meter = meter;
    this.account = new Account(meter);
    this.events = events;
    this.slot = events.newSlot(EVENT_PRIORITY, this::fire);
    this.ring = new DescriptorRing(profile.ringEntries());
    this.stations = new Stations(profile, memory.bus(), agenda, meter);
    this.mover = new DataMover(memory, addresses, content);
  }

  /** Who hears of completions from now on. */
  public void onCompletion(CompletionListener newListener) {
    this.listener = newListener;
  }

  /**
   * Puts a command into the ring, where the device sees it at the next doorbell; false when the
   * ring is full, and the driver keeps the command.
   *
   * @throws IllegalArgumentException for a command that no driver may give
   */
  public boolean submit(Command command) {
    limits.check(command);
    if (command.inFlight()) {
      throw new IllegalStateException("submitted twice: " + command);
    }
    boolean accepted = ring.offer(command);
    if (accepted) {
      command.enter();
    }
    return accepted;
  }

  /** Tells the device of what was submitted so far. */
  public void ringDoorbell(long nowPs) {
    if (nowPs != events.nowPs()) {
      throw new IllegalArgumentException(
          "the doorbell rings at " + nowPs + " ps, but it is " + events.nowPs() + " ps");
    }
    ring.publish(nowPs);
    fetch(nowPs);
    arm();
  }

  /** What is on the medium, completed writes included. */
  public MediumContent content() {
    return content;
  }

  /** Whether no command is in the ring or being worked on. */
  public boolean idle() {
    return working == 0 && ring.empty();
  }

  private void arm() {
    long nextPs = agenda.earliestPs();
    if (nextPs != Tournament.NEVER) {
      events.schedule(slot, nextPs);
    }
  }

  private void fire(long nowPs) {
    while (agenda.take(nowPs)) {
      Command command = agenda.command();
      if (stations.advance(command, agenda.stage(), nowPs)) {
        complete(command, nowPs);
      }
    }
    arm();
  }

  /** Fetches descriptors, one after the other, while the queue has room. */
  private void fetch(long nowPs) {
    while (working < profile.queueDepth() && ring.ready()) {
      Command command = ring.take();
      working++;
      command.fetchOrder = fetched++;
      int descriptors = command.descriptors();
      long startPs = Math.max(nowPs, fetcherBusyUntilPs);
      long fetchPs = Math.multiplyExact(descriptors, profile.descriptorPs());
      fetcherBusyUntilPs = Math.addExact(startPs, fetchPs);
      meter.step("device: fetches descriptors");
      account.queued(command, "DEVICE_QUEUE", startPs - command.submittedPs());
      account.fetched(command, descriptors, fetchPs);
      meter.count(Counter.DMA_DESCRIPTORS, descriptors);
      agenda.add(fetcherBusyUntilPs, command, Stage.FETCHED);
    }
  }

  private void complete(Command command, long nowPs) {
    mover.move(command);
    meter.count(Counter.DMA_BYTES, command.memory().bytes());
    working--;
    fetch(nowPs);
    command.complete(nowPs);
    listener.completed(command, nowPs);
  }
}
