package org.portbench.strategies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.strategies.kernel.Holdings;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.AddressRanges.Tenure;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.vm.AddressFault;

/**
 * Where a request fails that names a page which is not there: at its send where the kernel looks at
 * the memory, at the driver where only addresses pass.
 */
class BadAddressTest {
  private static final int PAGE = TestMachine.PAGE;

  /** Steps to one layer and from there to the driver, each of the first three with a queue. */
  enum FailsAt {
    THE_SEND(0),
    THE_WIRING(6);

    private final int stepsBefore;

    FailsAt(int stepsBefore) {
      this.stepsBefore = stepsBefore;
    }

    int stepsBefore(boolean crossesDomains) {
      return crossesDomains ? stepsBefore : stepsBefore / 2;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "copy, THE_SEND",
    "direct, THE_WIRING",
    "fbufs, THE_SEND",
    "fd, THE_SEND",
    "mach-2, THE_SEND",
    "mach-3, THE_SEND",
    "mach-xnu, THE_SEND",
    "memory-entry, THE_SEND",
    "registered, THE_SEND",
    "task-port, THE_WIRING",
    "user-iovec, THE_WIRING",
    "vm-object, THE_SEND"
  })
  void aPageThatIsNotThereIsFoundMissing(String name, FailsAt failsAt) {
    Bench bench = new Bench(TestMachine.NEW);
    MessagingStrategy strategy = new Strategies(getClass().getClassLoader()).create(name);
    Course course = new Course(bench, strategy, 1);
    Holdings before = bench.kernel().holdings();
    AddressRanges memory = bench.memory(course.sender(), 0, 2 * PAGE);
    course.at(0, () -> bench.fill(memory, 5));
    long address = memory.ranges().ranges().getFirst().address();
    AddressRanges over =
        new AddressRanges(course.sender().map(), IoVec.of(address, 3 * PAGE), Tenure.STANDING);
    Exchange exchange = new Exchange(course, Operation.WRITE, over);
    List<Runnable> steps = exchange.steps();
    int good = failsAt.stepsBefore(strategy.crossesDomains());
    steps.subList(0, good).forEach(Runnable::run);
    assertThrows(AddressFault.class, () -> steps.get(good).run());
    exchange.abandon();
    assertEquals(0, course.rights());
    bench.clear();
    assertEquals(before, bench.kernel().holdings());
  }
}
