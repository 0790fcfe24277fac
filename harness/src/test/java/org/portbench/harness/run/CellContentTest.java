package org.portbench.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.harness.vfs.Touch;
import org.portbench.harness.workload.Workload;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

final class CellContentTest {
  private static final Strategies STRATEGIES =
      new Strategies(CellContentTest.class.getClassLoader());
  private static final MachineProfile PC = MachineProfiles.builtIn("pc-2003");
  private static final MachineProfile SERVER = MachineProfiles.builtIn("server-2024");
  private static final StackSpec STACK = StackSpec.user(2, Touch.NOTHING);

  @Test
  void parametersAreTheKnobs() {
    Workload deep =
        Workloads.find("randread-4k", WorkloadOptions.DEFAULT.withQueueDepth(8).withSizeBytes(512));
    Map<String, String> knobs = new TreeMap<>(STACK.parameters());
    knobs.putAll(Map.of("iommu", "lazy", "queueDepth", "8", "sizeBytes", "512"));
    assertEquals(knobs, content(SERVER, STACK, deep, "copy").parameters());
    assertEquals(
        "strict",
        content(SERVER, STACK.with(StackKnob.IOMMU, "strict"), deep, "copy")
            .parameters()
            .get("iommu"));
    Workload open = Workloads.find("poisson-randread-4k", WorkloadOptions.DEFAULT);
    assertFalse(content(PC, STACK, open, "copy").parameters().containsKey("queueDepth"));
    Workload trace = Workloads.find("workloads/untar.iolog", WorkloadOptions.DEFAULT);
    assertFalse(content(PC, STACK, trace, "copy").parameters().containsKey("sizeBytes"));
  }

  @Test
  void theDigestCoversEveryNumberBehindTheNames() {
    Workload reads = Workloads.find("randread-4k", WorkloadOptions.DEFAULT);
    Workload writes = Workloads.find("randwrite-4k", WorkloadOptions.DEFAULT);
    MachineProfile other =
        MachineProfiles.with(
            PC, new MachineProfile.Number("cpu.system_call_ns", "671", "estimate", "a test"));
    List<CellContent> contents =
        List.of(
            content(PC, STACK, reads, "copy"),
            content(other, STACK, reads, "copy"),
            content(SERVER, STACK, reads, "copy"),
            content(PC, StackSpec.kernel(2, Touch.NOTHING), reads, "copy"),
            content(PC, StackSpec.user(2, Touch.DATA), reads, "copy"),
            content(PC, STACK, writes, "copy"),
            content(PC, STACK, reads, "mach-3"));
    Set<String> digests = new HashSet<>(contents.stream().map(CellContent::digest).toList());
    assertEquals(contents.size(), digests.size());
    assertEquals(contents.getFirst().digest(), content(PC, STACK, reads, "copy").digest());
  }

  @Test
  void requestsOfOneLengthHaveASize() {
    RequestSample one = sample("randread-64k");
    assertEquals(new RequestSample(65_536, OptionalInt.of(65_536)), one);
    assertEquals(OptionalInt.of(4096), sample("workloads/journal.iolog").commonBytes());
    RequestSample many = sample("workloads/untar.iolog");
    assertEquals(OptionalInt.empty(), many.commonBytes());
  }

  private static RequestSample sample(String workload) {
    return RequestSample.of(Workloads.find(workload, WorkloadOptions.DEFAULT), 1);
  }

  private static CellContent content(
      MachineProfile machine, StackSpec stack, Workload workload, String strategyName) {
    MessagingStrategy strategy = STRATEGIES.create(strategyName);
    return CellContent.of(new Cell(machine, stack, workload, strategyName, 1, 10), strategy);
  }
}
