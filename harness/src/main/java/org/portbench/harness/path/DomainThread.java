package org.portbench.harness.path;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.cpu.Activity;
import org.portbench.hardware.cpu.Core;
import org.portbench.strategies.kernel.Channel;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.Arrival;
import org.portbench.strategies.kernel.ipc.Envelope;
import org.portbench.strategies.kernel.ipc.Port;

/**
 * The one thread of a task. It handles one thing at a time, each as one segment: completions of the
 * device first, then replies, then requests, so that what is under way ends before more begins.
 * What it sends is seen by others when the segment ends; a full port stops it until there is room.
 * Where the messaging system does so, a thread that has nothing else to do hands its CPU to the
 * receiver that sleeps there, past the run queue; a thread that is busy or blocked gets nothing
 * handed.
 */
public final class DomainThread implements Activity {
  private final Kernel kernel;
  private final Machine machine;
  private final Meter meter;
  private final Task task;
  private final Core core;
  private final ArrayDeque<Posted> posted = new ArrayDeque<>();
  private final List<Served> ports = new ArrayList<>();
  private final ArrayDeque<Runnable> atEnd = new ArrayDeque<>();
  private final ArrayDeque<Outgoing> outgoing = new ArrayDeque<>();
  private State state = State.ASLEEP;
  private long blockedSincePs;
  private boolean handedOver;

  private enum State {
    ASLEEP,
    AWAKE,
    BLOCKED,
    PROMISED
  }

  private record Posted(Runnable work, long duePs, boolean waiting) {}

  private record Served(Port port, Consumer<Envelope> handler) {}

  private record Outgoing(Channel channel, Port port, Envelope envelope, DomainThread receiver) {}

  public DomainThread(Kernel kernel, Task task, Core core) {
    this.kernel = kernel;
    this.machine = kernel.vm().machine();
    this.meter = machine.meter();
    this.task = task;
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
    ports.add(new Served(port, handler));
  }

  /** Something to do that does not come as a message; the wait for its turn is queueing. */
  public void post(Runnable work) {
    enqueue(work, true);
  }

  /** The same for what nobody waits for, such as the next operation of a closed loop. */
  public void postOwn(Runnable work) {
    enqueue(work, false);
  }

  /** Something that comes from outside the machine, or with time: nobody pays for the waking. */
  public void arrive(Runnable work, boolean waiting) {
    long wakePs = 0;
    if (state == State.ASLEEP) {
      state = State.AWAKE;
      wakePs = core.enqueue(this, 0, false);
    }
    posted.add(new Posted(work, machine.events().nowPs() + wakePs, waiting));
  }

  private void enqueue(Runnable work, boolean waiting) {
    long wakePs = wake();
    posted.add(new Posted(work, machine.events().nowPs() + wakePs, waiting));
  }

  /** Sends a message when the running segment ends. */
  void send(Channel channel, Port port, Envelope envelope, DomainThread receiver) {
    outgoing.add(new Outgoing(channel, port, envelope, receiver));
  }

  /** Does something when the running segment ends. */
  public void atEnd(Runnable effect) {
    atEnd.add(effect);
  }

  @Override
  public void run(Core on) {
    kernel.vm().runOn(core);
    switchIn();
    if (state == State.AWAKE) {
      handleNext();
    }
  }

  private void switchIn() {
    boolean paid = handedOver || core.ranLast(this);
    handedOver = false;
    if (!paid) {
      meter.perform(Primitive.THREAD_SWITCH);
      meter.count(Counter.CONTEXT_SWITCHES, 1);
    }
    if (core.loaded() != task.map().space()) {
      meter.perform(Primitive.SPACE_SWITCH);
      core.load(task.map().space());
    }
  }

  private void handleNext() {
    if (!posted.isEmpty()) {
      Posted next = posted.remove();
      if (next.waiting) {
        waited(machine.events().nowPs() - next.duePs);
      }
      next.work.run();
      return;
    }
    for (Served served : ports) {
      if (served.port.waiting()) {
        Envelope envelope = served.port.receive();
        waited(envelope.waitedPs(machine.events().nowPs()));
        served.handler.accept(envelope);
        return;
      }
    }
  }

  private void waited(long ps) {
    if (ps > 0) {
      meter.chargeAside(Category.QUEUEING, "WAIT", 1, ps);
    }
  }

  @Override
  public void ended(Core on) {
    kernel.vm().runOn(core);
    if (state == State.PROMISED) {
      state = State.AWAKE;
      Outgoing promised = outgoing.remove();
      queued(promised, promised.port.sendPromised(promised.envelope));
    }
    while (state == State.AWAKE && !outgoing.isEmpty()) {
      deliver();
    }
    while (!atEnd.isEmpty()) {
      atEnd.remove().run();
    }
    if (state == State.AWAKE) {
      goOn();
    }
  }

  private void deliver() {
    Outgoing next = outgoing.peek();
    Port.Sent sent = next.port.send(next.envelope);
    if (sent == Port.Sent.FULL) {
      state = State.BLOCKED;
      blockedSincePs = machine.events().nowPs();
      meter.perform(Primitive.BLOCK);
      meter.count(Counter.SENDERS_BLOCKED, 1);
      next.port.block(next.envelope, this::promised);
      return;
    }
    outgoing.remove();
    if (sent == Port.Sent.QUEUED && handsOverTo(next)) {
      handOver(next);
    } else {
      queued(next, sent);
    }
  }

  /** Only a receiver that sleeps on this CPU, and only if this thread is about to wait itself. */
  private boolean handsOverTo(Outgoing message) {
    return message.channel.handsOver()
        && message.receiver.state == State.ASLEEP
        && message.receiver.core == core
        && nothingLeft();
  }

  private void handOver(Outgoing message) {
    message.channel.handOver();
    message.receiver.takeOver();
    message.envelope.arrived(Arrival.HANDED_OVER, machine.events().nowPs() + meter.segmentPs());
  }

  private void queued(Outgoing message, Port.Sent sent) {
    if (sent == Port.Sent.DEAD) {
      throw new IllegalStateException(message.port + " is dead");
    }
    DomainThread receiver = message.receiver;
    boolean slept = receiver.state == State.ASLEEP;
    message.channel.enqueue();
    long afterPs = slept ? receiver.wake() : meter.segmentPs();
    message.envelope.arrived(
        slept ? Arrival.WOKEN : Arrival.QUEUED, machine.events().nowPs() + afterPs);
  }

  /** Runs next, on the CPU of who calls. */
  private void takeOver() {
    state = State.AWAKE;
    handedOver = true;
    core.enqueueNext(this);
  }

  /** Room has been kept for what this thread is blocked on. */
  private void promised() {
    waited(machine.events().nowPs() - blockedSincePs);
    state = State.PROMISED;
    schedule();
  }

  private boolean nothingLeft() {
    return outgoing.isEmpty() && atEnd.isEmpty() && !moreToDo();
  }

  private void goOn() {
    if (moreToDo()) {
      core.enqueueNext(this);
    } else {
      state = State.ASLEEP;
    }
  }

  private boolean moreToDo() {
    for (Served served : ports) {
      if (served.port.waiting()) {
        return true;
      }
    }
    return !posted.isEmpty();
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
    boolean remote = core != kernel.vm().cpu();
    if (remote && core.idle()) {
      meter.charge(Category.WAKEUP, "IPI_SEND", 1, machine.profile().cpu().ipiSendPs());
    }
    return core.enqueue(this, meter.segmentPs(), remote);
  }
}
