package org.portbench.harness.path;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.cpu.Activity;
import org.portbench.hardware.cpu.Core;
import org.portbench.hardware.mmu.AddressSpace;
import org.portbench.hardware.sim.EventQueue;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * The one thread of a task. It handles one thing at a time, each as one segment: completions of the
 * device first, then replies, then requests, so that what is under way ends before more begins.
 * What it sends is seen by others when the segment ends; a full port stops it until there is room.
 * Where the messaging system does so, a thread that has nothing else to do hands its CPU to the
 * receiver that sleeps there, past the run queue; a thread that is busy or blocked gets nothing
 * handed.
 */
public final class DomainThread implements Activity {
  private final VmSystem vm;
  private final EventQueue events;
  private final Meter meter;
  private final Task task;
  private final AddressSpace space;
  private final Core core;
  private final long ipiSendPs;
  private final Inbox inbox;
  private final WorkQueue atEnd = new WorkQueue();
  private final ArrayDeque<Outgoing> outgoing = new ArrayDeque<>();
  private final Runnable promised = this::promised;
  private State state = State.ASLEEP;
  private long blockedSincePs;
  private boolean handedOver;

  private enum State {
    ASLEEP,
    AWAKE,
    BLOCKED,
    PROMISED
  }

  public DomainThread(Kernel kernel, Task task, Core core) {
    this.vm = kernel.vm();
    this.events = vm.machine().events();
    this.meter = vm.machine().meter();
    this.ipiSendPs = vm.machine().profile().cpu().ipiSendPs();
    this.inbox = new Inbox(meter);
    this.task = task;
    this.space = task.map().space();
    this.core = core;
  }

  public Task task() {
    return task;
  }

  public Core core() {
    return core;
  }

  /** Messages at this port are handled so, after those of ports named earlier. */
  public void serve(Port port, Consumer<Envelope> handler) {
    inbox.serve(port, handler);
  }

  /** Something to do that does not come as a message; the wait for its turn is queueing. */
  public <T> void post(Consumer<? super T> work, T about) {
    long wakePs = wake();
    inbox.post(work, about, events.nowPs() + wakePs, true);
  }

  public void post(Runnable work) {
    post(Runnable::run, work);
  }

  /** The same for what nobody waits for, such as the next operation of a closed loop. */
  public <T> void postOwn(Consumer<? super T> work, T about) {
    long wakePs = wake();
    inbox.post(work, about, events.nowPs() + wakePs, false);
  }

  public void postOwn(Runnable work) {
    postOwn(Runnable::run, work);
  }

  /** Something that comes from outside the machine, or with time: nobody pays for the waking. */
  public <T> void arrive(Consumer<? super T> work, T about, boolean waiting) {
    long wakePs = 0;
    if (state == State.ASLEEP) {
      state = State.AWAKE;
      wakePs = core.enqueue(this, 0, false);
    }
    inbox.post(work, about, events.nowPs() + wakePs, waiting);
  }

  public void arrive(Runnable work, boolean waiting) {
    arrive(Runnable::run, work, waiting);
  }

  /** Sends a message when the running segment ends. */
  void send(Outgoing message) {
    outgoing.add(message);
  }

  /** Does something when the running segment ends. */
  public <T> void atEnd(Consumer<? super T> effect, T about) {
    atEnd.add(effect, about, 0);
  }

  public void atEnd(Runnable effect) {
    atEnd(Runnable::run, effect);
  }

  @Override
  public void run(Core on) {
    vm.runOn(core);
    switchIn();
    if (state == State.AWAKE) {
      inbox.handleNext(events.nowPs());
    }
  }

  private void switchIn() {
    boolean paid = handedOver || core.ranLast(this);
    handedOver = false;
    if (!paid) {
      meter.perform(Primitive.THREAD_SWITCH);
      meter.count(Counter.CONTEXT_SWITCHES, 1);
    }
    if (core.loaded() != space) {
      meter.perform(Primitive.SPACE_SWITCH);
      core.load(space);
    }
  }

  @Override
  public void ended(Core on) {
    vm.runOn(core);
    if (state == State.PROMISED) {
      deliverPromised();
    }
    while (state == State.AWAKE && !outgoing.isEmpty()) {
      deliver();
    }
    while (!atEnd.isEmpty()) {
      atEnd.doNext();
    }
    if (state == State.AWAKE) {
      goOn();
    }
  }

  private void deliverPromised() {
    state = State.AWAKE;
    Outgoing next = outgoing.remove();
    queued(next, next.port().sendPromised(next.envelope()));
  }

  private void deliver() {
    Outgoing next = outgoing.peek();
    Port.Sent how = next.port().send(next.envelope());
    if (how == Port.Sent.FULL) {
      block(next);
      return;
    }
    outgoing.remove();
    if (how == Port.Sent.QUEUED && handsOverTo(next)) {
      handOver(next);
    } else {
      queued(next, how);
    }
  }

  private void block(Outgoing next) {
    state = State.BLOCKED;
    blockedSincePs = events.nowPs();
    meter.perform(Primitive.BLOCK);
    meter.count(Counter.SENDERS_BLOCKED, 1);
    next.port().block(next.envelope(), promised);
  }

  /** Only a receiver that sleeps on this CPU, and only if this thread is about to wait itself. */
  private boolean handsOverTo(Outgoing message) {
    return message.channel().handsOver()
        && message.receiver().state == State.ASLEEP
        && message.receiver().core == core
        && nothingLeft();
  }

  private void handOver(Outgoing message) {
    message.channel().handOver();
    message.receiver().takeOver();
    message.envelope().arrived(Arrival.HANDED_OVER, events.nowPs() + meter.segmentPs());
  }

  private void queued(Outgoing message, Port.Sent how) {
    if (how == Port.Sent.DEAD) {
      throw new IllegalStateException(message.port() + " is dead");
    }
    DomainThread receiver = message.receiver();
    boolean slept = receiver.state == State.ASLEEP;
    message.channel().enqueue();
    long afterPs = slept ? receiver.wake() : meter.segmentPs();
    message.envelope().arrived(slept ? Arrival.WOKEN : Arrival.QUEUED, events.nowPs() + afterPs);
  }

  /** Runs next, on the CPU of who calls. */
  private void takeOver() {
    state = State.AWAKE;
    handedOver = true;
    core.enqueueNext(this);
  }

  /** Room has been kept for what this thread is blocked on. */
  private void promised() {
    inbox.waited(events.nowPs() - blockedSincePs);
    state = State.PROMISED;
    schedule();
  }

  private boolean nothingLeft() {
    return outgoing.isEmpty() && atEnd.isEmpty() && inbox.isEmpty();
  }

  private void goOn() {
    if (inbox.isEmpty()) {
      state = State.ASLEEP;
    } else {
      core.enqueueNext(this);
    }
  }

  /** Returns how long it takes to wake it; what is longer is waiting. */
  private long wake() {
    if (state != State.ASLEEP) {
      return 0;
    }
    state = State.AWAKE;
    return schedule();
  }

  /** The waker pays to make it runnable, and to interrupt another CPU that idles. */
  private long schedule() {
    meter.perform(Primitive.WAKE_UP);
    meter.count(Counter.WAKE_UPS, 1);
    boolean remote = core != vm.cpu();
    if (remote && core.idle()) {
      meter.charge(Category.WAKEUP, "IPI_SEND", 1, ipiSendPs);
    }
    return core.enqueue(this, meter.segmentPs(), remote);
  }
}
