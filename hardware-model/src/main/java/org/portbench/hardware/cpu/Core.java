package org.portbench.hardware.cpu;

import java.util.ArrayDeque;
import java.util.BitSet;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.mmu.AddressSpace;
import org.portbench.hardware.mmu.Processor;
import org.portbench.hardware.mmu.Tlb;
import org.portbench.hardware.sim.EventQueue;

/**
 * A CPU. It runs activities first come, first served, each as one segment that is not preempted;
 * interrupts and shootdowns steal time from the segment they hit, which then ends later.
 */
public final class Core implements Processor {
  private static final int EVENT_PRIORITY = 2;

  private final int number;
  private final MachineProfile profile;
  private final Meter meter;
  private final EventQueue events;
  private final Tlb tlb;
  private final int slot;
  private final ArrayDeque<Activity> ready = new ArrayDeque<>();
  private final BitSet tagsHeld = new BitSet();
  private State state = State.IDLE;
  private Activity current;
  private Activity lastRan;
  private AddressSpace loaded;
  private boolean owesFlush;
  private long endPs;

  private enum State {
    IDLE,
    WAKING,
    RUNNING,
    /** Its activity has ended and pays for what it did at its end. */
    TRAILING
  }

  public Core(int number, MachineProfile profile, Meter meter, EventQueue events) {
    this.number = number;
    this.profile = profile;
    this.meter = meter;
    this.events = events;
    this.tlb = new Tlb(profile.mmu().tlbSets(), profile.mmu().tlbWays());
    this.slot = events.newSlot(EVENT_PRIORITY, this::fire);
  }

  /**
   * Makes an activity run here when its turn comes. An idle CPU first has to be woken.
   *
   * @param afterPs when the waker is done waking
   * @param remote the waker runs on another CPU
   * @return how long until the activity runs for all that is known, beyond waiting for its turn
   */
  public long enqueue(Activity activity, long afterPs, boolean remote) {
    ready.add(activity);
    return state == State.IDLE ? wake(afterPs, remote) : afterPs;
  }

  /** The running activity has more to do and goes on without a switch. */
  public void enqueueNext(Activity activity) {
    ready.addFirst(activity);
  }

  /**
   * Runs a handler now: on a busy CPU in time stolen from the segment, on an idle one after the way
   * out of idle.
   */
  public void interrupt(Activity handler) {
    if (state == State.RUNNING || state == State.TRAILING) {
      handler.run(this);
      handler.ended(this);
      steal(meter.takeSegment());
      return;
    }
    ready.addFirst(handler);
    if (state == State.IDLE) {
      wake(0, false);
    }
  }

  private long wake(long afterPs, boolean remote) {
    state = State.WAKING;
    long exitPs = profile.cpu().idleExitPs() + (remote ? profile.cpu().ipiLatencyPs() : 0);
    meter.chargeAside(Category.WAKEUP, "IDLE_EXIT", 1, exitPs);
    events.schedule(slot, events.nowPs() + afterPs + exitPs);
    return afterPs + exitPs;
  }

  private void fire(long nowPs) {
    if (state == State.RUNNING) {
      Activity ended = current;
      current = null;
      state = State.TRAILING;
      ended.ended(this);
      long trailPs = meter.takeSegment();
      if (trailPs > 0) {
        occupy(nowPs + trailPs);
        return;
      }
    }
    dispatch(nowPs);
  }

  private void dispatch(long nowPs) {
    current = ready.poll();
    if (current == null) {
      state = State.IDLE;
      lastRan = null;
      return;
    }
    state = State.RUNNING;
    payFlush();
    current.run(this);
    lastRan = current;
    occupy(nowPs + meter.takeSegment());
  }

  private void occupy(long untilPs) {
    endPs = untilPs;
    events.schedule(slot, endPs);
  }

  private void payFlush() {
    if (owesFlush) {
      owesFlush = false;
      flushTlb();
      meter.charge(Category.TLB, "TLB_FLUSH", 1, profile.mmu().flushAllPs());
    }
  }

  /** Loads a user address space; a TLB without tags forgets the last one's entries. */
  public void load(AddressSpace space) {
    if (loaded == space) {
      return;
    }
    if (!profile.mmu().tagged()) {
      tlb.flushNonGlobal();
      tagsHeld.clear();
    }
    loaded = space;
    tagsHeld.set(space.tag());
  }

  /** Whether this ran here last; who takes over from another, or from idle, pays for the switch. */
  public boolean ranLast(Activity activity) {
    return lastRan == activity;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public Tlb tlb() {
    return tlb;
  }

  @Override
  public AddressSpace loaded() {
    return loaded;
  }

  @Override
  public boolean mayHold(AddressSpace space) {
    return space.global() || tagsHeld.get(space.tag());
  }

  @Override
  public boolean idle() {
    return state == State.IDLE || state == State.WAKING;
  }

  @Override
  public void oweFlush() {
    owesFlush = true;
  }

  @Override
  public void steal(long ps) {
    if (ps > 0) {
      occupy(endPs + ps);
    }
  }

  private void flushTlb() {
    tlb.flushAll();
    tagsHeld.clear();
    if (loaded != null) {
      tagsHeld.set(loaded.tag());
    }
  }

  @Override
  public String toString() {
    return "cpu" + number;
  }
}
