package org.portbench.harness.linux.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.sys.Architecture;
import org.portbench.harness.linux.sys.IoUring;
import org.portbench.harness.linux.transport.Carrier;
import org.portbench.harness.linux.way.WayKind;
import org.portbench.results.TrialResult;

/**
 * Runs the cells of a plan: those of one stack in turns, so that what the machine does meanwhile
 * meets all of them alike, and one stack after the other.
 */
final class Rounds {
  private static final String CROSSING =
      "data copied down and up at the same time would wait for each other";

  private final LinuxPlan plan;
  private final List<Samples> all;

  private record Stack(int layers, Placement placement) {}

  Rounds(LinuxPlan plan) {
    this.plan = plan;
    this.all = plan.cells().stream().map(cell -> new Samples(cell, plan.repetitions())).toList();
  }

  /** Tells each cell that is finished. */
  void run(Consumer<TrialResult> finished) {
    Map<Stack, List<Samples>> byStack = new LinkedHashMap<>();
    for (Samples samples : all) {
      LinuxCell cell = samples.cell();
      byStack
          .computeIfAbsent(new Stack(cell.layers(), cell.placement()), _ -> new ArrayList<>())
          .add(samples);
    }
    byStack.forEach((stack, cells) -> {
      try (Bench bench = new Bench(plan.deviceDirectory(), stack.placement)) {
        for (int round = 1; round <= plan.repetitions(); round++) {
          for (Samples samples : cells) {
            repeat(bench, samples);
            if (round == plan.repetitions()) {
              finished.accept(samples.result());
            }
          }
        }
      }
    });
  }

  /** Of every cell of which anything is known, in the order of the plan. */
  synchronized List<TrialResult> soFar() {
    return all.stream().filter(Samples::any).map(Samples::result).toList();
  }

  private void repeat(Bench bench, Samples samples) {
    LinuxCell cell = samples.cell();
    if (samples.decided()) {
      return;
    }
    Optional<String> impossible = impossible(cell);
    if (impossible.isPresent()) {
      note(() -> samples.skipped(impossible.get()));
      return;
    }
    int measured = (int) Math.ceilDiv(cell.operations(), plan.repetitions());
    try {
      Repetition repetition = bench.run(cell, bench.warmUp(cell), measured);
      note(() -> samples.add(repetition));
    } catch (RefusedException e) {
      note(() -> samples.skipped(e.getMessage()));
    } catch (RuntimeException e) {
      note(() -> samples.failed(String.valueOf(e.getMessage())));
    }
  }

  private synchronized void note(Runnable what) {
    what.run();
  }

  /** What is known beforehand not to be possible. */
  private static Optional<String> impossible(LinuxCell cell) {
    boolean rings = cell.way() == WayKind.REGISTERED && cell.device() == DeviceKind.FILE;
    boolean crossing =
        cell.way().carrier() != Carrier.NONE && cell.depth() > 1 && cell.readsAndWrites();
    return Architecture.unsupported()
        .or(() -> rings ? IoUring.unavailable() : Optional.empty())
        .or(() -> crossing ? Optional.of(CROSSING) : Optional.empty());
  }
}
