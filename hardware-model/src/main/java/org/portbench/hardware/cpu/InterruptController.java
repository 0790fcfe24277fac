package org.portbench.hardware.cpu;

import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.sim.EventQueue;

/**
 * Tells a CPU that the device has finished something: at once, or coalesced, when so many
 * completions have come or so much time has passed since the first.
 */
public final class InterruptController {
  private static final int EVENT_PRIORITY = 1;

  private final MachineProfile.Interrupts profile;
  private final Meter meter;
  private final EventQueue events;
  private final int slot;
  private Core target;
  private Interrupt interrupt;
  private int waiting;

  public InterruptController(MachineProfile machine, Meter meter, EventQueue events) {
    this.profile = machine.interrupts();
    this.meter = meter;
    this.events = events;
    this.slot = events.newSlot(EVENT_PRIORITY, now -> raise());
  }

  /** Which CPU is interrupted, and what it does about it within the interrupt. */
  public void route(Core core, Activity service) {
    this.target = core;
    if (interrupt == null || interrupt.service != service) {
      this.interrupt = new Interrupt(service);
    }
  }

  /** One more completion is there. */
  public void completed() {
    waiting++;
    if (waiting >= profile.coalesceCompletions()) {
      events.cancel(slot);
      raise();
    } else if (!events.pending(slot)) {
      events.schedule(slot, events.nowPs() + profile.coalescePs());
    }
  }

  private void raise() {
    waiting = 0;
    target.interrupt(interrupt);
  }

  private final class Interrupt implements Activity {
    private final Activity service;

    Interrupt(Activity service) {
      this.service = service;
    }

    @Override
    public void run(Core core) {
      meter.step(core.label(), "interrupt");
      meter.charge(Category.INTERRUPT, "INTERRUPT", 1, profile.entryPs());
      meter.count(Counter.INTERRUPTS, 1);
      service.run(core);
    }

    @Override
    public void ended(Core core) {
      service.ended(core);
    }
  }
}
