package org.portbench.harness.run;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cpu.Core;
import org.portbench.hardware.mmu.PageTable;
import org.portbench.harness.client.Client;
import org.portbench.harness.path.Path;
import org.portbench.harness.workload.Workload;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;
import org.portbench.strategies.Strategies;

/**
 * What the model itself does for {@link #OPERATIONS} modeled operations of a warm cell.
 *
 * @param scheduled what the event queue was given
 * @param walks down the page tables of client and layers
 * @param bytes of memory that an operation leaves for the garbage collector; 0 where they are too
 *     few for one object an operation: such are of what a run makes once
 */
record Effort(
    String strategy,
    String workload,
    long events,
    long scheduled,
    long probes,
    long walks,
    long bytes) {
  static final int OPERATIONS = 1_024;

  private static final String LINE = "%-12s  %-13s %8s %9s %8s %8s %8s";
  static final String HEADING =
      LINE.formatted("strategy", "workload", "events", "scheduled", "probes", "walks", "bytes");

  private static final long SEED = 20030716;
  private static final int QUEUE_DEPTH = 32;

  /** A quarter of it is the file: all of it is written soon, and takes no further memory then. */
  private static final long CACHE_BYTES = 16 << 20;

  private static final int WARM_UP = 3 * OPERATIONS;

  /** Of several, since what happens for the first time in one, as code is loaded, counts too. */
  private static final int ROUNDS = 3;

  private static final long SMALLEST_OBJECT_BYTES = 16;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Effort of(String strategy, String workload) {
    Rig rig = rig(strategy, workload);
    rig.run(WARM_UP);
    Effort before = soFar(rig, strategy, workload);
    long bytes = allocated(rig);
    Effort after = soFar(rig, strategy, workload);
    for (int round = 1; round < ROUNDS; round++) {
      bytes = Math.min(bytes, allocated(rig));
    }
    return new Effort(
        strategy,
        workload,
        after.events - before.events,
        after.scheduled - before.scheduled,
        after.probes - before.probes,
        after.walks - before.walks,
        bytes < SMALLEST_OBJECT_BYTES * OPERATIONS ? 0 : Math.ceilDiv(bytes, OPERATIONS));
  }

  private static Rig rig(String strategy, String name) {
    WorkloadOptions options =
        WorkloadOptions.DEFAULT.withQueueDepth(QUEUE_DEPTH).withMemoryBytes(CACHE_BYTES);
    Workload workload = Workloads.find(name, options);
    Cell cell =
        new Cell(
            MachineProfiles.builtIn("server-2024"),
            StackSpec.PLAIN,
            workload,
            strategy,
            SEED,
            OPERATIONS);
    return new Rig(cell, new Strategies(Effort.class.getClassLoader()).create(strategy));
  }

  private static long allocated(Rig rig) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    rig.run(OPERATIONS);
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  private static Effort soFar(Rig rig, String strategy, String workload) {
    List<Core> cores = rig.machine().cores();
    return new Effort(
        strategy,
        workload,
        rig.machine().events().fired(),
        rig.machine().events().scheduled(),
        cores.stream().mapToLong(core -> core.tlb().probes()).sum(),
        pageTables(rig).stream().mapToLong(PageTable::walks).sum(),
        0);
  }

  private static Set<PageTable> pageTables(Rig rig) {
    Set<PageTable> tables = new HashSet<>();
    for (Client client : rig.clients()) {
      Path path = client.path();
      for (int at = 0; at < path.stations(); at++) {
        tables.add(path.station(at).thread().task().map().space().pageTable());
      }
    }
    return tables;
  }

  /** As a line of the table has it. */
  static Effort parse(String line) {
    String[] words = line.strip().split(" +", -1);
    return new Effort(
        words[0],
        words[1],
        Long.parseLong(words[2]),
        Long.parseLong(words[3]),
        Long.parseLong(words[4]),
        Long.parseLong(words[5]),
        Long.parseLong(words[6]));
  }

  @Override
  public String toString() {
    return LINE.formatted(strategy, workload, events, scheduled, probes, walks, bytes);
  }
}
