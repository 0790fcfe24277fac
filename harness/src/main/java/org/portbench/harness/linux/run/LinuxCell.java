package org.portbench.harness.linux.run;

import java.util.EnumSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.device.Look;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.harness.linux.way.WayKind;
import org.portbench.harness.workload.ContentDigest;
import org.portbench.harness.workload.Operation;
import org.portbench.harness.workload.OperationSource;
import org.portbench.harness.workload.Workload;
import org.portbench.results.CellIdentity;

/**
 * One point of an experiment on a real kernel.
 *
 * @param machine what this machine is called
 * @param depth the workload's own
 * @param bytes of its longest request
 * @param operations that are measured, in all repetitions together
 */
public record LinuxCell(
    String machine,
    WayKind way,
    Transport transport,
    DeviceKind device,
    int layers,
    Look touch,
    Placement placement,
    Workload workload,
    int depth,
    int bytes,
    long seed,
    long operations) {

  /** The word under which results of this tier are kept. */
  public static final String TIER = "linux";

  private static final int SAMPLE = 1_000;

  public CellIdentity identity() {
    return new CellIdentity(TIER, machine, stack(), workload.name(), way.word(), seed, operations);
  }

  private String stack() {
    return (layers == 0 ? "no-layers" : "user" + layers)
        + "-touch-"
        + touchWord()
        + (placement == Placement.ONE_CPU ? "-on-client-cpu" : "")
        + "-"
        + transport.word()
        + "-"
        + device.word();
  }

  SortedMap<String, String> parameters() {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put("layers", Integer.toString(layers));
    parameters.put("touch", touchWord());
    parameters.put("transport", transport.word());
    parameters.put("device", device.word());
    parameters.put("layerCpu", placement == Placement.ONE_CPU ? "client" : "own");
    parameters.put("queueDepth", Integer.toString(depth));
    parameters.put("sizeBytes", Integer.toString(bytes));
    return parameters;
  }

  String digest() {
    return new ContentDigest().add(TIER).add(stack()).add(workload.digest()).add(way.word()).hex();
  }

  /** Whether its first requests are of both kinds. */
  boolean readsAndWrites() {
    OperationSource source = workload.clients().getFirst().source().apply(seed);
    Operation operation = new Operation();
    Set<Operation.Kind> kinds = EnumSet.noneOf(Operation.Kind.class);
    for (int i = 0; i < SAMPLE && source.next(operation); i++) {
      kinds.add(operation.kind());
    }
    return kinds.size() > 1;
  }

  /** As the model calls it. */
  private String touchWord() {
    return switch (touch) {
      case NOTHING -> "nothing";
      case HEADER -> "metadata";
      case ALL -> "data";
    };
  }
}
