package org.portbench.hardware.mmu;

import java.util.List;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;

/**
 * Makes every TLB forget translations that were withdrawn or weakened. One round serves a range:
 * the initiator invalidates its own entries, interrupts the CPUs on which the space is loaded (for
 * kernel mappings: all), and waits for the last of them; each of these loses the time of an
 * interrupt and its invalidations. (Black et al., ASPLOS'89, describe the algorithm.)
 */
public final class Shootdown {
  private final MachineProfile profile;
  private final Meter meter;
  private final Processor[] processors;
  private boolean free;

  /**
   * @param processors all of them, by their numbers
   */
  public Shootdown(MachineProfile profile, Meter meter, List<? extends Processor> processors) {
    this.profile = profile;
    this.meter = meter;
    this.processors = processors.toArray(Processor[]::new);
  }

  /** From now on other CPUs forget without being interrupted, and nobody waits for them. */
  public void free() {
    free = true;
  }

  /**
   * @param changed how many entries of the range were present; nothing is owed for the others
   */
  public void round(
      Processor initiator, AddressSpace space, long firstPage, int pages, int changed) {
    if (changed == 0) {
      return;
    }
    long invalidationPs = invalidate(initiator.tlb(), space, firstPage, pages, changed);
    meter.charge(Category.TLB, "TLB_INVALIDATE", changed, invalidationPs);
    int targets = 0;
    for (int cpu = space.holderFrom(0);
        cpu >= 0 && cpu < processors.length;
        cpu = space.holderFrom(cpu + 1)) {
      Processor other = processors[cpu];
      if (other == initiator) {
        continue;
      }
      boolean loaded = space.global() || other.loaded() == space;
      if (loaded && free) {
        invalidate(other.tlb(), space, firstPage, pages, changed);
      } else if (loaded && !other.idle()) {
        interrupt(other, space, firstPage, pages, changed, invalidationPs);
        targets++;
      } else {
        other.oweFlush();
      }
    }
    if (targets > 0) {
      MachineProfile.Processor cpu = profile.cpu();
      long waitPs =
          cpu.ipiLatencyPs() + cpu.ipiReceivePs() + profile.mmu().shootdownPs() + invalidationPs;
      meter.charge(Category.TLB, "IPI_SEND", targets, targets * cpu.ipiSendPs());
      meter.charge(Category.TLB, "SHOOTDOWN_WAIT", 1, waitPs);
      meter.count(Counter.TLB_SHOOTDOWNS, 1);
    }
  }

  private void interrupt(
      Processor other,
      AddressSpace space,
      long firstPage,
      int pages,
      int changed,
      long invalidationPs) {
    invalidate(other.tlb(), space, firstPage, pages, changed);
    long stolenPs = profile.cpu().ipiReceivePs() + invalidationPs;
    meter.chargeAside(Category.TLB, "SHOOTDOWN_HANDLER", 1, stolenPs);
    other.steal(stolenPs);
  }

  private long invalidate(Tlb tlb, AddressSpace space, long firstPage, int pages, int changed) {
    if (changed > profile.mmu().fullFlushAbovePages()) {
      tlb.flushAll();
      return profile.mmu().flushAllPs();
    }
    tlb.invalidate(space, firstPage, pages);
    return changed * profile.mmu().invalidatePagePs();
  }
}
