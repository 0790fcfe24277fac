package org.portbench.hardware.cpu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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
  private static final AddressSpace NO_USER =
      new AddressSpace(AddressSpace.KERNEL_TAG, "kernel alone");

  private final int number;
  private final String label;
  private final MachineProfile profile;
  private final Meter meter;
  private final EventQueue events;
  private final Tlb tlb;
  private final int slot;
  private final ArrayDeque<Activity> interrupts = new ArrayDeque<>();
  private final ReadyQueue ready = new ReadyQueue();
  private final List<AddressSpace> held = new ArrayList<>();
  private State state = State.IDLE;
  private Activity current;
  private Activity lastRan;
  private AddressSpace loaded = NO_USER;
  private boolean owesFlush;
  private long endPs;

  private enum State {
    IDLE,
    /** On the way out of idle, or about to get what a waker is not done waking yet. */
    WAKING,
    RUNNING,
    /** Its activity has ended and pays for what it did at its end. */
    TRAILING,
    /** Runs something that never asks for anything and never ends. */
    COMPUTING
  }

  public Core(int number, MachineProfile profile, Meter meter, EventQueue events) {
    this.number = number;
    this.label = "cpu" + number + ":";
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
    ready.addLast(activity, events.nowPs() + afterPs);
    return state == State.IDLE ? wake(afterPs, remote) : afterPs;
  }

  /**
   * Runs next: the activity that just ended and has more to do, or one that it hands the CPU to.
   */
  public void enqueueNext(Activity activity) {
    ready.addFirst(activity, events.nowPs());
  }

  /**
   * Runs a handler: on a busy CPU now, in time stolen from the segment; on an idle one after the
   * way out of idle, before anything else.
   */
  public void interrupt(Activity handler) {
    if (state == State.RUNNING || state == State.TRAILING) {
      handler.run(this);
      handler.ended(this);
      steal(meter.takeSegment());
      return;
    }
    interrupts.add(handler);
    if (state == State.IDLE) {
      wake(0, false);
    }
  }

  private long wake(long afterPs, boolean remote) {
    state = State.WAKING;
    long exitPs = profile.cpu().idleExitPs() + (remote ? profile.cpu().ipiLatencyPs() : 0);
    meter.chargeAside(Category.IDLE, "IDLE_EXIT", 1, exitPs);
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
    if (!interrupts.isEmpty()) {
      start(interrupts.remove(), nowPs);
    } else if (ready.isEmpty()) {
      state = State.IDLE;
      lastRan = null;
    } else if (ready.firstPs() > nowPs) {
      state = State.WAKING;
      events.schedule(slot, ready.firstPs());
    } else {
      start(ready.removeFirst(), nowPs);
    }
  }

  private void start(Activity activity, long nowPs) {
    state = State.RUNNING;
    current = activity;
    payFlush();
    activity.run(this);
    lastRan = activity;
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
      forgetSpaces();
    }
    loaded = space;
    hold(space);
  }

  /** From now on a thread that only computes has this CPU, in its address space. */
  public void computeIn(AddressSpace space) {
    if (state != State.IDLE) {
      throw new IllegalStateException(this + " is in use");
    }
    load(space);
    state = State.COMPUTING;
  }

  /** Whether this ran here last; who takes over from another, or from idle, pays for the switch. */
  public boolean ranLast(Activity activity) {
    return lastRan == activity;
  }

  /** How what happens here is headed. */
  String label() {
    return label;
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
  public boolean idle() {
    return state == State.IDLE || state == State.WAKING;
  }

  @Override
  public void oweFlush() {
    owesFlush = true;
  }

  @Override
  public void steal(long ps) {
    if (ps > 0 && state != State.COMPUTING) {
      occupy(endPs + ps);
    }
  }

  private void flushTlb() {
    tlb.flushAll();
    forgetSpaces();
    hold(loaded);
  }

  private void hold(AddressSpace space) {
    if (!space.mayBeHeldOn(number)) {
      space.loadedOn(number);
      held.add(space);
    }
  }

  private void forgetSpaces() {
    for (int i = 0; i < held.size(); i++) {
      held.get(i).forgottenOn(number);
    }
    held.clear();
  }

  @Override
  public String toString() {
    return "cpu" + number;
  }
}
