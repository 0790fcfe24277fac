package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Operation;
import org.portbench.results.Status;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;
import org.portbench.strategies.kernel.Kernel;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/** A client that writes to its buffer again as soon as it was sent, before it is answered. */
final class RacingSenderTest {
  private static final int BYTES = 32 << 10;
  private static final int OPERATIONS = 50;
  private static final long OTHER_BYTES = 1L << 40;

  /** A violation for each of the fifty writes, or none; what the device gets is the proof. */
  @ParameterizedTest
  @CsvSource({
    "copy, PASSED, 0",
    "mach-2, PASSED, 0",
    "mach-3, PASSED, 0",
    "mach-xnu, PASSED, 0",
    "fbufs, FAILED, 50",
    "fd, FAILED, 50",
    "memory-entry, FAILED, 50",
    "registered, FAILED, 50",
    "task-port, FAILED, 50",
    "user-iovec, FAILED, 50",
    "vm-object, FAILED, 50"
  })
  void aRacingWriteTearsWhatIsSharedAndIsCounted(String name, Status status, long violations) {
    Cell cell =
        new Cell(
            MachineProfiles.builtIn("server-2024"),
            StackSpec.user(1, Touch.NOTHING),
            SmallLoad.oneAtATime(Operation.Kind.WRITE, BYTES).workload(),
            name,
            7,
            OPERATIONS);
    MessagingStrategy honest = new Strategies(getClass().getClassLoader()).create(name);
    TrialResult result = new Trial(cell, new Racing(honest)).run();
    assertEquals(status, result.status(), result.reason());
    assertEquals(violations, result.counters().get("protocolViolations"));
  }

  /** Does as another does, and then as no client should. */
  private record Racing(MessagingStrategy honest) implements MessagingStrategy {
    @Override
    public String name() {
      return honest.name();
    }

    @Override
    public String description() {
      return honest.description();
    }

    @Override
    public PortKind ports() {
      return honest.ports();
    }

    @Override
    public void open(Kernel kernel) {
      honest.open(kernel);
    }

    @Override
    public Payload buffer(Crossing here, int length) {
      return honest.buffer(here, length);
    }

    @Override
    public Payload send(Crossing crossing, Message message, Payload held) {
      Payload sent = honest.send(crossing, message, held);
      if (message.carriesData() && !message.reply() && !crossing.receiver().kernel()) {
        crossing.kernel().data().produce(held, OTHER_BYTES, 0);
      }
      return sent;
    }

    @Override
    public Payload receive(Crossing crossing, Message message, Payload inTransit) {
      return honest.receive(crossing, message, inTransit);
    }
  }
}
