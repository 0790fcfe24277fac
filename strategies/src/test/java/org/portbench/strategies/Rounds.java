package org.portbench.strategies;

import java.util.Map;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Message.Operation;

/** What one request and its reply charge, on a course that has seen others before. */
public final class Rounds {
  private final Course course;
  private final Charges charges;

  public Rounds(TestMachine machine, MessagingStrategy strategy, int layers) {
    Bench bench = new Bench(machine);
    this.course = new Course(bench, strategy, layers);
    this.charges = new Charges(bench.machine().meter());
  }

  public Course course() {
    return course;
  }

  public Charges charges() {
    return charges;
  }

  /** Sender to driver and back, nobody looking at the data, with memory that was used before. */
  public Map<String, Long> of(Operation operation, AddressRanges memory) {
    course.at(0, () -> course.bench.fill(memory, 3));
    charges.take();
    Exchange exchange = new Exchange(course, operation, memory);
    exchange.steps().forEach(Runnable::run);
    exchange.giveBackAnswer();
    return charges.take();
  }

  public AddressRanges memory(int bytes) {
    return course.bench.memory(course.sender(), 0, bytes);
  }
}
