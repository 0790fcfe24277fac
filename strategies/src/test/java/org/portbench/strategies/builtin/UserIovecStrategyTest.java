package org.portbench.strategies.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Charges;
import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Rounds;
import org.portbench.strategies.StrategyContract;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.IoVec;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;

class UserIovecStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new UserIovecStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }

  @Test
  void addressesPassUntouchedAndTheDriverHoldsThePages() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    var write = rounds.of(Operation.WRITE, rounds.memory(4 * PAGE));
    assertEquals(1L, write.get("MAP_LOOKUP"), "by the driver alone");
    assertEquals(4L, write.get("PAGE_HOLD"));
    assertEquals(null, write.get("PTE_WRITE"));
    assertEquals(null, write.get("MAP_ENTRY_INSERT"));
    assertEquals(null, write.get("HANDLE_LOOKUP"));
  }

  /** Held and shown at once: no fault when it is read; then unmapped, in one round. */
  @Test
  void whoTouchesHoldsThePagesAndSeesThemWithoutAFault() {
    Bench bench = new Bench(TestMachine.NEW);
    Kernel kernel = bench.kernel();
    Task owner = kernel.createTask("owner");
    Domain layer = new Domain.InTask(kernel.createTask("layer"));
    Charges charges = new Charges(bench.machine().meter());
    AddressRanges memory = bench.memory(owner, 0, 3 * PAGE);
    bench.run(owner, 0, () -> bench.fill(memory, 7));
    AddressRanges lent = kernel.lend(memory, Access.READ);
    bench.run(
        ((Domain.InTask) layer).task(),
        1,
        () -> {
          charges.take();
          AddressRanges seen = (AddressRanges) kernel.reach(layer, lent);
          assertTrue(bench.holds(seen, 7));
          assertEquals(3, charges.of("PAGE_HOLD"));
          assertEquals(3, charges.of("PTE_WRITE"));
          assertEquals(0, charges.of("SOFT_FAULT") + charges.of("KERNEL_FAULT"));
          kernel.giveBack(layer, seen);
          assertEquals(3, charges.of("PAGE_UNHOLD"));
          assertEquals(6, charges.of("PTE_WRITE"));
        });
  }

  /** The table's danger: the map must not lose the range between the send and the wiring. */
  @Test
  void aRangeThatTheOwnerUnmapsIsAFaultForWhoComesLater() {
    Bench bench = new Bench(TestMachine.NEW);
    Kernel kernel = bench.kernel();
    Task owner = kernel.createTask("owner");
    long page = owner.map().enter(kernel.vm().createObject(1), 0, 1, true);
    AddressRanges lent =
        kernel.lend(
            new AddressRanges(
                owner.map(), IoVec.of(page * PAGE, PAGE), AddressRanges.Tenure.STANDING),
            Access.READ);
    owner.map().remove(page, 1);
    bench.run(
        owner, 0, () -> assertThrows(AddressFault.class, () -> kernel.wire(lent, Access.READ)));
  }
}
