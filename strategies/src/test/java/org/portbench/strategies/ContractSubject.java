package org.portbench.strategies;

import java.util.List;
import java.util.function.ObjIntConsumer;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.PortKind;

/** The strategy under test, for all parts of the contract. */
public interface ContractSubject {
  int PAGE = TestMachine.PAGE;
  int MANY = 64 * 1024 + 13;
  int LARGE = 1 << 20;

  MessagingStrategy strategy();

  Isolation isolation();

  Isolation isolationAtDriver();

  /**
   * Memory of the sender's for ranges that each begin so far into a page, as the strategy has it.
   */
  default AddressRanges memory(Course course, int firstByte, int... lengths) {
    return course.bench.memory(course.sender(), firstByte, lengths);
  }

  /** Whether a layer may write to the place for what is read, and be seen. */
  default boolean layersWriteInPlace() {
    return isolation() == Isolation.LIVE;
  }

  /** Layers in tasks of their own that a request may have to pass. */
  default List<Integer> layers() {
    return strategy().crossesDomains() ? List.of(0, 1, 2, 3) : List.of(0);
  }

  default boolean movesData() {
    return !(strategy().ports() instanceof PortKind.Free);
  }

  /** Does something on each machine with each number of layers. */
  default void everywhere(ObjIntConsumer<Bench> test) {
    for (TestMachine machine : TestMachine.ALL) {
      for (int layers : layers()) {
        test.accept(new Bench(machine), layers);
      }
    }
  }
}
