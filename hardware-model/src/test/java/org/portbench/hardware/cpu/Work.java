package org.portbench.hardware.cpu;

import java.util.List;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.sim.EventQueue;

/** An activity that charges fixed times and notes when it is run and when that has ended. */
final class Work implements Activity {
  private final String name;
  private final long runPs;
  private final long trailPs;
  private final Meter meter;
  private final EventQueue events;
  private final List<String> log;

  Work(String name, long runPs, long trailPs, Meter meter, EventQueue events, List<String> log) {
    this.name = name;
    this.runPs = runPs;
    this.trailPs = trailPs;
    this.meter = meter;
    this.events = events;
    this.log = log;
  }

  @Override
  public void run(Core core) {
    log.add(name + " runs at " + events.nowPs() + (core.ranLast(this) ? " again" : ""));
    meter.charge(Category.MAP, "RUN", 1, runPs);
  }

  @Override
  public void ended(Core core) {
    log.add(name + " ends at " + events.nowPs());
    meter.charge(Category.MAP, "TRAIL", 1, trailPs);
  }
}
