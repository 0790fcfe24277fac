package org.portbench.strategies;

import java.util.ArrayList;
import java.util.List;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.OutOfLine;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.EntryRanges;
import org.portbench.strategies.kernel.ipc.MapCopy;
import org.portbench.strategies.kernel.ipc.PageList;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.TaskRanges;

/** Data as one of the kernel's mechanisms passes it, whichever strategy uses that. */
final class KernelPassage implements Passage {
  private final Bench bench;
  private final Task sender;
  private final Task receiver;
  private final AddressRanges memory;
  private final List<Payload> passed = new ArrayList<>();

  /** Takes data out of the sender's hands. */
  interface Mechanism {
    Payload pass(Kernel kernel, AddressRanges memory, Task sender, Task receiver);
  }

  /**
   * @param tenure temporary memory is given up
   */
  KernelPassage(Bench bench, int bytes, Tenure tenure, Mechanism mechanism) {
    this.bench = bench;
    this.sender = bench.kernel().createTask("sender");
    this.receiver = bench.kernel().createTask("receiver");
    AddressRanges standing = bench.memory(sender, 0, bytes);
    this.memory = new AddressRanges(sender.map(), standing.ranges(), Tenure.STANDING);
    AddressRanges sent = new AddressRanges(sender.map(), standing.ranges(), tenure);
    bySender(() -> bench.fill(memory, SENT));
    bySender(() -> passed.add(mechanism.pass(bench.kernel(), sent, sender, receiver)));
  }

  @Override
  public AddressRanges memory() {
    return memory;
  }

  @Override
  public void bySender(Runnable work) {
    bench.run(sender, 0, work);
  }

  @Override
  public void byReceiver(Runnable work) {
    bench.run(receiver, 1, work);
  }

  @Override
  public Payload received() {
    byReceiver(() -> passed.add(arrived(passed.getLast())));
    return passed.getLast();
  }

  private Payload arrived(Payload inTransit) {
    Kernel kernel = bench.kernel();
    Domain inReceiver = new Domain.InTask(receiver);
    return switch (inTransit) {
      case MapCopy copy -> kernel.mapOut(copy, receiver, OutOfLine.VIRTUAL);
      case PageList list -> kernel.reach(new Domain.InKernel(), list);
      case EntryRanges sent ->
          kernel.reach(inReceiver, kernel.memoryEntries().receive(inReceiver, sent));
      case TaskRanges sent ->
          kernel.reach(inReceiver, kernel.taskPorts().receive(inReceiver, sent));
      default -> kernel.reach(inReceiver, inTransit);
    };
  }
}
