package org.portbench.hardware.mmu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.Charges;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.PrimeMachine;

/**
 * An invalidation is 23 ps, a full flush 101, used above three pages. Sending an interrupt is 211,
 * taking one 307 after a latency of 401; a round is 607 beyond that.
 */
class ShootdownTest {
  private final AddressSpace kernel = new AddressSpace(AddressSpace.KERNEL_TAG, "kernel");
  private final AddressSpace space = new AddressSpace(1, "space");
  private final AddressSpace elsewhere = new AddressSpace(2, "elsewhere");
  private final MachineProfile profile = PrimeMachine.cores(4);
  private final Meter meter = new Meter(new Prices(profile));
  private final Charges charges = new Charges();
  private final FakeProcessor initiator = new FakeProcessor(0, space);
  private final FakeProcessor other = new FakeProcessor(1, space);

  ShootdownTest() {
    meter.attach(charges);
  }

  private Shootdown shootdown(FakeProcessor... processors) {
    return new Shootdown(profile, meter, List.of(processors));
  }

  @Test
  void pagesThatWereNotPresent_oweNothing() {
    other.tlb().insert(space, 5, 77);
    shootdown(initiator, other).round(initiator, space, 5, 100, 0);
    assertEquals(List.of(), charges.taken());
    assertEquals(77, other.tlb().probe(space, 5));
    assertEquals(0, meter.counter(Counter.TLB_SHOOTDOWNS));
  }

  @Test
  void roundOnOneCpu_isItsOwnInvalidation() {
    initiator.tlb().insert(space, 5, 77);
    shootdown(initiator).round(initiator, space, 5, 1, 1);
    assertEquals(0, initiator.tlb().probe(space, 5));
    assertEquals(List.of("TLB TLB_INVALIDATE 1 23"), charges.taken());
    assertEquals(0, meter.counter(Counter.TLB_SHOOTDOWNS), "nobody was interrupted");
  }

  @Test
  void range_isOneRound_pricedByThePagesThatWerePresent() {
    initiator.tlb().insert(space, 5, 77);
    other.tlb().insert(space, 7, 79);
    shootdown(initiator, other).round(initiator, space, 5, 3, 2);
    assertEquals(0, initiator.tlb().probe(space, 5));
    assertEquals(0, other.tlb().probe(space, 7));
    assertEquals(
        List.of(
            "TLB TLB_INVALIDATE 2 46",
            "TLB SHOOTDOWN_HANDLER 1 353", // 307 + 46
            "TLB IPI_SEND 1 211",
            "TLB SHOOTDOWN_WAIT 1 1361"), // 401 + 307 + 607 + 46
        charges.taken());
    assertEquals(353, other.stolenPs);
    assertEquals(1, meter.counter(Counter.TLB_SHOOTDOWNS));
    assertEquals(46 + 211 + 1361, meter.segmentPs(), "the handler is another CPU's time");
  }

  @Test
  void rangeAboveTheThreshold_flushesEverythingForOnePrice() {
    initiator.tlb().insert(elsewhere, 1, 77);
    other.tlb().insert(elsewhere, 1, 77);
    shootdown(initiator, other).round(initiator, space, 5, 4, 4);
    assertEquals(0, initiator.tlb().probe(elsewhere, 1));
    assertEquals(0, other.tlb().probe(elsewhere, 1));
    assertEquals(
        List.of(
            "TLB TLB_INVALIDATE 4 101",
            "TLB SHOOTDOWN_HANDLER 1 408",
            "TLB IPI_SEND 1 211",
            "TLB SHOOTDOWN_WAIT 1 1416"),
        charges.taken());
  }

  @Test
  void rangeAtTheThreshold_isInvalidatedByPages() {
    initiator.tlb().insert(elsewhere, 1, 77);
    shootdown(initiator).round(initiator, space, 5, 3, 3);
    assertEquals(77, initiator.tlb().probe(elsewhere, 1));
    assertEquals(List.of("TLB TLB_INVALIDATE 3 69"), charges.taken());
  }

  @Test
  void onlyCpusWithTheSpaceLoaded_areInterrupted() {
    FakeProcessor runsAnother = new FakeProcessor(2, elsewhere).ranBefore(space);
    FakeProcessor neverRanIt = new FakeProcessor(3, elsewhere);
    shootdown(initiator, other, runsAnother, neverRanIt).round(initiator, space, 5, 1, 1);
    assertEquals(330, other.stolenPs);
    assertEquals(0, runsAnother.stolenPs);
    assertTrue(runsAnother.owesFlush, "its TLB may still hold tagged entries of the space");
    assertFalse(neverRanIt.owesFlush);
    assertTrue(charges.taken().contains("TLB IPI_SEND 1 211"));
  }

  @Test
  void idleCpu_isNotInterruptedButOwesAFlush() {
    other.idles();
    shootdown(initiator, other).round(initiator, space, 5, 1, 1);
    assertEquals(0, other.stolenPs);
    assertTrue(other.owesFlush);
    assertEquals(List.of("TLB TLB_INVALIDATE 1 23"), charges.taken());
  }

  @Test
  void kernelMappings_areOnAllCpus() {
    FakeProcessor runsAnother = new FakeProcessor(2, elsewhere);
    FakeProcessor idle = new FakeProcessor(3, elsewhere).idles();
    shootdown(initiator, other, runsAnother, idle).round(initiator, kernel, 5, 1, 1);
    assertEquals(330, other.stolenPs);
    assertEquals(330, runsAnother.stolenPs);
    assertEquals(0, idle.stolenPs);
    assertTrue(idle.owesFlush);
    assertTrue(charges.taken().contains("TLB IPI_SEND 2 422"));
    assertEquals(1, meter.counter(Counter.TLB_SHOOTDOWNS), "one round, however many targets");
  }

  @Test
  void initiator_isNeverItsOwnTarget() {
    initiator.idles();
    shootdown(initiator, other).round(initiator, kernel, 5, 1, 1);
    assertEquals(0, initiator.stolenPs);
    assertFalse(initiator.owesFlush);
  }
}
