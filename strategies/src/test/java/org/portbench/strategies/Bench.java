package org.portbench.strategies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cpu.Activity;
import org.portbench.hardware.cpu.Core;
import org.portbench.hardware.memory.Content;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.ByteRange;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Payload;

/** A machine and its kernel on the workbench: tests run code on its CPUs, step by step. */
public final class Bench {
  private final Machine machine;
  private final Kernel kernel;
  private final List<AddressRanges> standing = new ArrayList<>();

  public Bench(TestMachine kind) {
    this(kind, false);
  }

  public Bench(TestMachine kind, boolean shadowSkip) {
    this(kind.profile());
    kernel.vm().shadowSkip(shadowSkip);
  }

  public Bench(MachineProfile profile) {
    this.machine = new Machine(profile);
    this.kernel = new Kernel(machine);
  }

  public Machine machine() {
    return machine;
  }

  public Kernel kernel() {
    return kernel;
  }

  public Core core(int number) {
    return machine.cores().get(number % machine.cores().size());
  }

  /** Runs something as a task's program, or in the kernel on its behalf, and lets its time pass. */
  public void run(Task task, int core, Runnable work) {
    Segment segment = new Segment(task, work);
    core(core).enqueue(segment, 0, false);
    while (machine.events().runNext()) {
      // Until the segment has ended.
    }
    segment.thrown.ifPresent(thrown -> {
      throw thrown;
    });
  }

  private final class Segment implements Activity {
    private final Task task;
    private final Runnable work;
    private Optional<RuntimeException> thrown = Optional.empty();

    Segment(Task task, Runnable work) {
      this.task = task;
      this.work = work;
    }

    @Override
    public void run(Core core) {
      kernel.vm().runOn(core);
      core.load(task.map().space());
      try {
        work.run();
      } catch (RuntimeException failure) {
        thrown = Optional.of(failure);
      }
    }

    @Override
    public void ended(Core core) {}
  }

  /** Memory of a task, for ranges of these lengths that each begin so far into a page. */
  public AddressRanges memory(Task task, int firstByte, int... lengths) {
    List<ByteRange> ranges = new ArrayList<>();
    for (int length : lengths) {
      int pages = kernel.vm().pagesOf(firstByte, length);
      long page = task.map().enter(kernel.vm().createObject(pages), 0, pages, true);
      ranges.add(new ByteRange(page * TestMachine.PAGE + firstByte, length));
    }
    AddressRanges memory = new AddressRanges(task.map(), new IoVec(ranges), Tenure.STANDING);
    standing.add(memory);
    return memory;
  }

  /** Takes all memory of tasks away again, and empties the kernel's pools. */
  public void clear() {
    for (AddressRanges memory : standing) {
      for (ByteRange range : memory.ranges().ranges()) {
        int pages = kernel.vm().pagesOf((int) (range.address() % TestMachine.PAGE), range.length());
        memory.map().remove(range.address() / TestMachine.PAGE, pages);
      }
    }
    standing.clear();
    kernel.drain();
  }

  /** Fills a payload with an origin's bytes, by the CPU. */
  public void fill(Payload payload, long origin) {
    kernel.data().produce(payload, origin, 0);
  }

  /** Whether a payload holds an origin's bytes, as the CPU reads them. */
  public boolean holds(Payload payload, long origin) {
    return kernel.data().consume(payload, bytes(payload.length(), origin));
  }

  static Content bytes(int length, long origin) {
    Content content = new Content(length);
    content.fill(0, length, origin, 0);
    return content;
  }
}
