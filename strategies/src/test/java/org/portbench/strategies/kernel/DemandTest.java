package org.portbench.strategies.kernel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.strategies.Bench;
import org.portbench.strategies.TestMachine;
import org.portbench.strategies.kernel.ipc.AddressRanges;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.vm.Access;
import org.portbench.strategies.kernel.vm.AddressFault;

/** Rights of references, for a CPU that is about to move bytes in the kernel. */
class DemandTest {
  private final Kernel kernel = new Bench(TestMachine.OLD).kernel();
  private final AddressRanges memory = kernel.createTask("client").buffers().take(5_000);

  private List<Payload> references(Access rights) {
    return List.of(
        kernel.refer(memory, rights),
        kernel.files().attach(memory, rights),
        kernel.registrations().name(memory, rights));
  }

  @Test
  void whatIsOnlyToBeRead_isNotWritten_whateverItIsNamedBy() {
    for (Payload reference : references(Access.READ)) {
      assertDoesNotThrow(() -> kernel.data().demand(reference, Access.READ));
      assertThrows(AddressFault.class, () -> kernel.data().demand(reference, Access.WRITE));
    }
    for (Payload reference : references(Access.WRITE)) {
      assertDoesNotThrow(() -> kernel.data().demand(reference, Access.WRITE));
    }
  }
}
