package org.portbench.harness.run;

import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.workload.ClientPlan;
import org.portbench.harness.workload.ContentDigest;
import org.portbench.harness.workload.Pace;
import org.portbench.strategies.MessagingStrategy;

/** What stands behind the names of a cell: its knobs, and a digest of the numbers they mean. */
public record CellContent(SortedMap<String, String> parameters, String digest) {

  public static CellContent of(Cell cell, MessagingStrategy strategy) {
    return new CellContent(parameters(cell), digest(cell, strategy));
  }

  private static SortedMap<String, String> parameters(Cell cell) {
    SortedMap<String, String> parameters = new TreeMap<>(cell.stack().parameters());
    parameters.put("iommu", cell.hardware().iommu().mode().name().toLowerCase(Locale.ROOT));
    List<String> depths =
        cell.workload().clients().stream().map(CellContent::queueDepth).distinct().toList();
    if (depths.size() == 1 && !depths.getFirst().isEmpty()) {
      parameters.put("queueDepth", depths.getFirst());
    }
    RequestSample.of(cell.workload(), cell.seed())
        .commonBytes()
        .ifPresent(bytes -> parameters.put("sizeBytes", Integer.toString(bytes)));
    return parameters;
  }

  private static String queueDepth(ClientPlan client) {
    return client.pace() instanceof Pace.ClosedLoop loop ? Integer.toString(loop.queueDepth()) : "";
  }

  /** What the names of a cell's identity stand for. */
  public static String digest(Cell cell, MessagingStrategy strategy) {
    ContentDigest digest =
        new ContentDigest()
            .add(cell.machine().digest())
            .add(cell.stack().name())
            .add(cell.workload().digest())
            .add(strategy.name())
            .add(strategy.ports().toString());
    for (Primitive primitive : Primitive.values()) {
      digest.add(primitive.name() + " " + primitive.category() + " " + primitive.work());
    }
    return digest.hex();
  }
}
