package org.portbench.harness.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.portbench.harness.workload.Workload;
import org.portbench.harness.workload.WorkloadException;
import org.portbench.harness.workload.WorkloadOptions;
import org.portbench.harness.workload.Workloads;

/** The workloads of an experiment, each read once: each name means one. */
public final class FoundWorkloads {
  private final Map<String, String> environment;
  private final Map<Asked, Workload> found = new HashMap<>();
  private final Map<String, Asked> byName = new LinkedHashMap<>();
  private final Map<String, Long> operations = new HashMap<>();

  private record Asked(String text, WorkloadOptions options) {}

  public FoundWorkloads(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * Each workload of a matrix at each of its sizes and depths.
   *
   * @param memoryBytes of a machine that is to have files in its cache
   */
  public List<Workload> variants(Matrix matrix, OptionalLong memoryBytes) {
    WorkloadOptions anywhere =
        WorkloadOptions.DEFAULT
            .withEnvironment(environment)
            .withReplay(matrix.replay().orElse(WorkloadOptions.DEFAULT.replay()));
    WorkloadOptions plain =
        memoryBytes.isPresent() ? anywhere.withMemoryBytes(memoryBytes.getAsLong()) : anywhere;
    List<Workload> variants = new ArrayList<>();
    for (Name name : matrix.workloads()) {
      for (OptionalInt depth : depths(matrix)) {
        WorkloadOptions deep = depth.isPresent() ? plain.withQueueDepth(depth.getAsInt()) : plain;
        for (OptionalLong size : sizes(matrix)) {
          variants.add(find(name, size.isPresent() ? deep.withSizeBytes(size.getAsLong()) : deep));
        }
      }
    }
    return variants;
  }

  /** How many operations of a workload are measured where nobody says. */
  long operations(Workload workload, long seed) {
    return operations.computeIfAbsent(workload.name(), _ -> DefaultOperations.of(workload, seed));
  }

  private static List<OptionalInt> depths(Matrix matrix) {
    return matrix.queueDepths().isEmpty()
        ? List.of(OptionalInt.empty())
        : matrix.queueDepths().stream().map(OptionalInt::of).toList();
  }

  private static List<OptionalLong> sizes(Matrix matrix) {
    return matrix.sizes().isEmpty()
        ? List.of(OptionalLong.empty())
        : matrix.sizes().stream().map(OptionalLong::of).toList();
  }

  private Workload find(Name name, WorkloadOptions options) {
    Asked asked = new Asked(name.text(), options);
    if (!found.containsKey(asked)) {
      Workload workload = read(name, options);
      requireOneOfItsName(name, asked, workload);
      found.put(asked, workload);
    }
    return found.get(asked);
  }

  private static Workload read(Name name, WorkloadOptions options) {
    try {
      return Workloads.find(name.text(), options);
    } catch (WorkloadException e) {
      throw name.error(e.getMessage());
    }
  }

  private void requireOneOfItsName(Name name, Asked asked, Workload workload) {
    Asked other = byName.putIfAbsent(workload.name(), asked);
    if (other != null && !found.get(other).digest().equals(workload.digest())) {
      throw name.error(
          "%s and %s are two workloads of one name, %s; rename one"
              .formatted(other.text, asked.text, workload.name()));
    }
  }
}
