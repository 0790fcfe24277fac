package org.portbench.strategies.kernel;

import java.util.LinkedHashMap;
import java.util.Map;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.sim.Zone;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Disposition;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.Port;
import org.portbench.strategies.kernel.ipc.PortRight;
import org.portbench.strategies.kernel.ipc.TaskRanges;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;
import org.portbench.strategies.kernel.vm.AllOrNothing;
import org.portbench.strategies.kernel.vm.VmSystem;

/**
 * The ports that stand for tasks, and what a right to one is good for. A task gets the right to
 * another by the first message that is about its memory, and keeps it. The kernel has no names: to
 * it the right goes along each time, unless the task speaks of itself.
 */
public final class TaskPorts {
  private final VmSystem vm;
  private final MessageBytes bytes;
  private final Meter meter;
  private final Rights rights;
  private final Lending lending;
  private final Loans loans;
  private final Remapping remapping;
  private final Map<Task, Port> ports = new LinkedHashMap<>();
  private final Zone<TaskRanges> payloads = new Zone<>(TaskRanges::new);

  /** Of each task its names for others. */
  private final Map<Task, Map<Port, Integer>> names = new LinkedHashMap<>();

  TaskPorts(VmSystem vm, Rights rights, References references, Lending lending, Loans loans) {
    this.vm = vm;
    this.meter = vm.machine().meter();
    this.bytes = new MessageBytes(vm);
    this.rights = rights;
    this.lending = lending;
    this.loans = loans;
    this.remapping = new Remapping(new KernelRequests(vm), rights, references);
  }

  /** A task's own memory by its addresses, for somebody else. Nobody looks at them yet. */
  public TaskRanges name(Task owner, AddressRanges held, Access needed) {
    return payloads.take().begin(port(owner), lending.lend(held, needed), false);
  }

  /** The port that stands for a task, to which it has a right itself. */
  private Port port(Task task) {
    Port known = ports.get(task);
    return known == null ? newPort(task) : known;
  }

  private Port newPort(Task task) {
    Port port = new Port("task " + task, 0);
    ports.put(task, port);
    names(task).put(port, task.ports().insert(port, PortRight.Kind.SEND));
    return port;
  }

  private Map<Port, Integer> names(Task holder) {
    Map<Port, Integer> known = names.get(holder);
    if (known == null) {
      known = new LinkedHashMap<>();
      names.put(holder, known);
    }
    return known;
  }

  /** In the owner: its memory for a message. */
  public TaskRanges pass(Task owner, Domain receiver, AddressRanges held, Access needed) {
    return pass(owner, receiver, port(owner), held, needed);
  }

  /** In the sender: the same ranges for one more message. */
  public TaskRanges pass(Task sender, Domain receiver, TaskRanges held) {
    return pass(sender, receiver, held.task(), held.lent(), held.lent().rights());
  }

  /** With the right if need be. */
  private TaskRanges pass(
      Task sender, Domain receiver, Port task, AddressRanges held, Access needed) {
    boolean right = !known(sender, receiver, task, held);
    TaskRanges passed = payloads.take().begin(task, lending.lend(held, needed), right);
    try {
      if (right) {
        rights.copyIn(sender, alive(sender, task), Disposition.COPY_SEND);
      } else {
        copied(passed);
      }
    } catch (RuntimeException refused) {
      ended(passed);
      throw refused;
    }
    loans.begunByAddress(passed.lent());
    return passed;
  }

  private boolean known(Task sender, Domain receiver, Port task, AddressRanges held) {
    return switch (receiver) {
      case Domain.InTask(Task to) -> names(to).containsKey(task);
      case Domain.InKernel _ -> sender.map() == held.map();
    };
  }

  /** In the receiver, which keeps the right, or finds by a number to whom it has one. */
  public TaskRanges receive(Domain receiver, TaskRanges inTransit) {
    return switch (receiver) {
      case Domain.InKernel _ -> inTransit;
      case Domain.InTask(Task task) when inTransit.right() -> introduced(task, inTransit);
      case Domain.InTask _ -> {
        copied(inTransit);
        meter.perform(Primitive.HANDLE_LOOKUP);
        yield inTransit;
      }
    };
  }

  private TaskRanges introduced(Task receiver, TaskRanges inTransit) {
    Port task = inTransit.task();
    int name = rights.copyOut(receiver, task.right(PortRight.Kind.SEND));
    if (names(receiver).containsKey(task)) {
      vm.systemCall();
      receiver.ports().remove(name);
    } else {
      AllOrNothing.run(
          () -> meter.perform(Primitive.HANDLE_INSERT), () -> Rights.undoCopyOut(receiver, name));
      names(receiver).put(task, name);
    }
    inTransit.rightArrived();
    return inTransit;
  }

  private void copied(TaskRanges message) {
    bytes.copied(message.plainItems() * (long) MessageBytes.MACH_ITEM);
  }

  /** Makes the ranges addressable for whoever must touch them. */
  Payload reach(Domain domain, TaskRanges held) {
    AddressRanges lent = held.present();
    return switch (domain) {
      case Domain.InKernel _ -> {
        Payload reached = lending.reach(domain, lent);
        yield reached == lent ? again(lent) : reached;
      }
      case Domain.InTask(Task task) when task.map() == lent.map() -> again(lent);
      case Domain.InTask(Task task) -> remap(task, held, lent.rights());
    };
  }

  private AddressRanges again(AddressRanges lent) {
    return lending.lend(lent, lent.rights());
  }

  /**
   * Shows a task's memory in another, which has a right to it: the objects are shared from now on,
   * as {@code vm_remap} does it. What the task itself may do with its memory the other may, too,
   * whatever the request was about.
   */
  public AddressRanges remap(Task into, TaskRanges held, Access wanted) {
    int name = alive(into, held.task());
    return remapping.remap(into, name, held, wanted);
  }

  /** The holder's name for a task, which is a fault when the task has ended. */
  private int alive(Task holder, Port task) {
    Integer name = names(holder).get(task);
    if (name == null) {
      throw new AddressFault(holder + " has no right to " + task);
    }
    if (holder.ports().lookup(name).kind() == PortRight.Kind.DEAD_NAME) {
      throw new AddressFault(task + " is dead");
    }
    return name;
  }

  void giveBack(TaskRanges held) {
    held.consume();
    loans.endedByAddress(held.lent());
    ended(held);
  }

  private void ended(TaskRanges held) {
    held.end();
    lending.ended(held.lent());
    payloads.giveBack(held);
  }

  /** A task ends: nobody reaches its memory through it any more; what others share stays. */
  public void end(Task task) {
    port(task).destroy();
  }

  /** Everybody gives up the rights to everybody. */
  void drain() {
    names.forEach((holder, known) -> known.values().forEach(holder.ports()::remove));
    names.clear();
    ports.clear();
  }
}
