package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.sim.RandomStream;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;
import org.portbench.results.TrialResult;
import org.portbench.strategies.Crossing;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;
import org.portbench.strategies.kernel.ipc.Message;
import org.portbench.strategies.kernel.ipc.Payload;
import org.portbench.strategies.kernel.ipc.PortKind;

/** A result depends on the cell and its seed, and on nothing else. */
class DeterminismTest {
  private static final long SEED = 20030716;
  private static final long OPERATIONS = 300;
  private static final int THREADS = 4;
  private static final Strategies KNOWN = new Strategies(DeterminismTest.class.getClassLoader());

  @Test
  void sameCell_givesTheSameResultAgain() {
    for (Cell cell : cells()) {
      assertEquals(run(cell), run(cell), cell.identity().id());
    }
  }

  @Test
  void cellsBesideOthersOnManyThreads_giveWhatEachGivesAlone() throws Exception {
    List<Cell> cells = cells();
    List<TrialResult> alone = cells.stream().map(DeterminismTest::run).toList();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 2 * cells.size(); i++) {
      order.add(i % cells.size());
    }
    Collections.shuffle(order, new Random(SEED));
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<TrialResult>> beside =
          order.stream().map(i -> threads.submit(() -> run(cells.get(i)))).toList();
      for (int i = 0; i < order.size(); i++) {
        TrialResult expected = alone.get(order.get(i));
        assertEquals(expected, beside.get(i).get(), expected.id());
      }
    }
  }

  @Test
  void localeAndTimeZone_changeNothing() {
    Cell cell = cell("server-2024", "mixed-70-30", 8, "mach-3");
    TrialResult expected = run(cell);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      assertEquals(expected, run(cell("server-2024", "mixed-70-30", 8, "mach-3")));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void randomStreamOfAnotherName_changesNothing() {
    Cell cell = cell("server-2024", "mixed-70-30", 8, "vm-object");
    RandomStream dice = new RandomStream(SEED, "dice");
    MessagingStrategy rolling = new Rolling(KNOWN.create("vm-object"), dice);
    assertEquals(run(cell), new Trial(cell, rolling).run());
    assertNotEquals(
        new RandomStream(SEED, "dice").nextLong(), dice.nextLong(), "the dice were rolled");
  }

  @Test
  void anotherSeed_givesAnotherResult() {
    Cell cell = cell("server-2024", "mixed-70-30", 8, "copy");
    Cell other =
        new Cell(
            cell.machine(),
            cell.stack(),
            cell.workload(),
            cell.strategy(),
            SEED + 1,
            cell.operations());
    assertNotEquals(run(cell).totalsPs(), run(other).totalsPs());
  }

  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (MessagingStrategy known : KNOWN.all()) {
      String strategy = known.name();
      cells.add(cell("server-2024", "mixed-70-30", 8, strategy));
      cells.add(cell("pc-2003", "randread-64k", 4, strategy));
    }
    cells.add(cell("server-2024", "seqwrite-1m", 16, "copy"));
    cells.add(cell("server-2024", "seqwrite-1m", 16, "mach-3"));
    return cells;
  }

  private static Cell cell(String machine, String workload, int queueDepth, String strategy) {
    return new Cell(
        MachineProfiles.builtIn(machine),
        StackSpec.user(2, Touch.METADATA),
        Workloads.find(workload, WorkloadOptions.DEFAULT.withQueueDepth(queueDepth)),
        strategy,
        SEED,
        OPERATIONS);
  }

  private static TrialResult run(Cell cell) {
    return new Trial(cell, KNOWN.create(cell.strategy())).run();
  }

  /** Does what another strategy does, and rolls dice beside it. */
  private record Rolling(MessagingStrategy strategy, RandomStream dice)
      implements MessagingStrategy {

    @Override
    public String name() {
      return strategy.name();
    }

    @Override
    public String description() {
      return strategy.description();
    }

    @Override
    public PortKind ports() {
      return strategy.ports();
    }

    @Override
    public Payload send(Crossing crossing, Message message, Payload held) {
      dice.nextLong();
      return strategy.send(crossing, message, held);
    }

    @Override
    public Payload receive(Crossing crossing, Message message, Payload inTransit) {
      dice.nextLong();
      return strategy.receive(crossing, message, inTransit);
    }
  }
}
