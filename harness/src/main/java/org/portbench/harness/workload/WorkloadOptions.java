package org.portbench.harness.workload;

import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What the user may change in a workload.
 *
 * @param replay how recorded traces are replayed; nothing else looks at it
 * @param queueDepth replaces the depth of every closed loop
 * @param sizeBytes replaces the request size of a built-in workload
 * @param memoryBytes of the machine that is to have a built-in workload's file in its cache
 * @param environment what <code>${NAME}</code> means in a job file
 */
public record WorkloadOptions(
    ReplayMode replay,
    OptionalInt queueDepth,
    OptionalLong sizeBytes,
    OptionalLong memoryBytes,
    Map<String, String> environment,
    JobKeywords keywords) {

  public static final WorkloadOptions DEFAULT =
      new WorkloadOptions(
          ReplayMode.ASAP,
          OptionalInt.empty(),
          OptionalLong.empty(),
          OptionalLong.empty(),
          Map.of(),
          JobKeywords.DEFAULT);

  public WorkloadOptions {
    environment = Map.copyOf(environment);
    queueDepth.ifPresent(
        depth -> requireWithin("queue depth", depth, Limits.QUEUE_DEPTH, "requests"));
    sizeBytes.ifPresent(size -> requireWithin("request size", size, Limits.REQUEST_BYTES, "bytes"));
  }

  public WorkloadOptions withReplay(ReplayMode mode) {
    return new WorkloadOptions(mode, queueDepth, sizeBytes, memoryBytes, environment, keywords);
  }

  public WorkloadOptions withQueueDepth(int depth) {
    return new WorkloadOptions(
        replay, OptionalInt.of(depth), sizeBytes, memoryBytes, environment, keywords);
  }

  public WorkloadOptions withSizeBytes(long size) {
    return new WorkloadOptions(
        replay, queueDepth, OptionalLong.of(size), memoryBytes, environment, keywords);
  }

  public WorkloadOptions withMemoryBytes(long bytes) {
    return new WorkloadOptions(
        replay, queueDepth, sizeBytes, OptionalLong.of(bytes), environment, keywords);
  }

  public WorkloadOptions withEnvironment(Map<String, String> variables) {
    return new WorkloadOptions(replay, queueDepth, sizeBytes, memoryBytes, variables, keywords);
  }

  public WorkloadOptions withKeywords(JobKeywords numbers) {
    return new WorkloadOptions(replay, queueDepth, sizeBytes, memoryBytes, environment, numbers);
  }

  private static void requireWithin(String what, long value, long most, String unit) {
    if (value < 1 || value > most) {
      throw new WorkloadException(what + " " + value + ": must be from 1 to " + most + " " + unit);
    }
  }
}
