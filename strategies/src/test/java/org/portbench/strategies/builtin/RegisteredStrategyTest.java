package org.portbench.strategies.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.portbench.strategies.Bench;
import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Rounds;
import org.portbench.strategies.StrategyContract;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.Domain;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.Task;
import org.portbench.strategies.kernel.Wiring;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Message.Operation;
import org.portbench.strategies.kernel.ipc.RegisteredRange;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;

class RegisteredStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new RegisteredStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }

  /** The first request attaches to two layers and the kernel, which pins; the second looks up. */
  @Test
  void attachingAndPinningIsPaidOnce() {
    Rounds rounds = new Rounds(TestMachine.NEW, strategy(), 2);
    AddressRanges memory = rounds.memory(4 * PAGE);
    var first = rounds.of(Operation.WRITE, memory);
    assertEquals(3L, first.get("HANDLE_INSERT"));
    assertEquals(4L, first.get("PAGE_HOLD"));
    var second = rounds.of(Operation.WRITE, memory);
    assertEquals(null, second.get("HANDLE_INSERT"));
    assertEquals(null, second.get("PAGE_HOLD"));
    assertEquals(null, second.get("PAGE_UNHOLD"));
    assertEquals(3L, second.get("HANDLE_LOOKUP"));
    assertEquals(null, second.get("PTE_WRITE"));
  }

  @Test
  void aRequestUnderWayOutlivesTheDetachingAndNoOtherBegins() {
    Bench bench = new Bench(TestMachine.NEW);
    Kernel kernel = bench.kernel();
    Task task = kernel.createTask("task");
    Domain inKernel = new Domain.InKernel();
    AddressRanges memory = bench.memory(task, 0, 2 * PAGE);
    bench.run(
        task,
        0,
        () -> {
          bench.fill(memory, 7);
          RegisteredRange request =
              kernel
                  .registrations()
                  .found(inKernel, kernel.registrations().name(memory, Access.READ));
          kernel.registrations().detach(request);
          assertThrows(AddressFault.class, () -> kernel.registrations().used(request));
          Wiring wiring = kernel.wire(request, Access.READ);
          assertEquals(2 * PAGE, wiring.pieces().bytes());
          assertEquals(2, kernel.holdings().holds());
          kernel.unwire(wiring);
          kernel.giveBack(inKernel, request);
          assertEquals(0, kernel.holdings().holds());
        });
  }
}
