package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portbench.hardware.dma.Rig.PAGE_BYTES;

import java.util.ArrayDeque;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.sim.RandomStream;

/** One server, constant service, Poisson arrivals: M/D/1. */
class QueueingTheoryTest {
  private static final long SERVICE_PS = 100_000_000;
  private static final int ARRIVALS = 200_000;
  private static final long SEED = 20030716;

  private final ArrayDeque<Command> spare = new ArrayDeque<>();

  @ParameterizedTest(name = "load {0}, queue depth {1}")
  @CsvSource({"0.2, 4096", "0.5, 4096", "0.7, 4096", "0.7, 1"})
  void meanWait_isThatOfPollaczekAndKhinchin(double load, int queueDepth) {
    Rig rig = new Rig(Devices.server(queueDepth, SERVICE_PS));
    rig.memory.frame(rig.memory.take());
    rig.then = (command, nowPs) -> spare.add(command);
    RandomStream random = new RandomStream(SEED, "arrivals");
    int[] arrived = {0};
    int[] slot = new int[1];
    slot[0] =
        rig.events.newSlot(
            1,
            nowPs -> {
              rig.submit(page());
              if (++arrived[0] < ARRIVALS) {
                rig.events.schedule(slot[0], nowPs + random.exponential(SERVICE_PS / load));
              }
            });
    rig.events.schedule(slot[0], 0);
    rig.finish();

    assertEquals(ARRIVALS * SERVICE_PS, rig.meter.totalPs(Category.DEVICE));
    double meanWaitPs = rig.meter.totalPs(Category.QUEUEING) / (double) ARRIVALS;
    double theoryPs = load / (2 * (1 - load)) * SERVICE_PS;
    assertEquals(theoryPs, meanWaitPs, 0.02 * theoryPs, "seed " + SEED);
  }

  private Command page() {
    Command command = spare.isEmpty() ? new Command() : spare.remove();
    command.prepare(Command.Kind.WRITE, 0, "page").memory().append(0, PAGE_BYTES);
    return command;
  }
}
