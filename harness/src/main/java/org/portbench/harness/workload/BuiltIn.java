package org.portbench.harness.workload;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A workload that needs no file. One client works in one file, asks for every block of it once
 * before any again, and never ends by itself. Closed loops have a queue depth of 1: latency then is
 * service time, not waiting for oneself.
 *
 * @param readShare from 0 to 1
 * @param synced each write is followed by a sync
 * @param arrivals of an open loop; a closed loop otherwise
 */
public record BuiltIn(
    String name,
    String description,
    boolean random,
    double readShare,
    int requestBytes,
    boolean synced,
    Optional<ArrivalProcess> arrivals) {
  private static final long SPAN_BYTES = 256L << 20;
  private static final long LONGEST_SPAN_BYTES = 4L << 30;
  private static final int REQUESTS_IN_SPAN = 1_024;
  private static final int BLOCK_BYTES = 4_096;

  /** About two thirds of what a disk of 2003 can do: 8.9 ms of seek and 4.2 ms of rotation. */
  private static final double ARRIVALS_PER_SECOND = 50;

  static List<BuiltIn> all() {
    return List.of(
        nullRequest(),
        closed("randread-4k", true, 1, 4 << 10),
        closed("randwrite-4k", true, 0, 4 << 10),
        closed("mixed-70-30", true, 0.7, 4 << 10),
        closed("randread-64k", true, 1, 64 << 10),
        closed("randwrite-64k", true, 0, 64 << 10),
        closed("seqread-64k", false, 1, 64 << 10),
        closed("seqwrite-64k", false, 0, 64 << 10),
        closed("seqread-1m", false, 1, 1 << 20),
        closed("seqwrite-1m", false, 0, 1 << 20),
        synced("syncwrite-4k", 4 << 10),
        open(
            "constant-randread-4k",
            new ArrivalProcess.Constant(ARRIVALS_PER_SECOND),
            "evenly spaced"),
        open("poisson-randread-4k", new ArrivalProcess.Poisson(ARRIVALS_PER_SECOND), "at random"));
  }

  private static BuiltIn closed(String name, boolean random, double readShare, int bytes) {
    String what = readShare == 1 ? "reads" : readShare == 0 ? "writes" : "70 % reads, 30 % writes";
    String description =
        (random ? "random " : "sequential ")
            + what
            + " of "
            + ByteSizes.format(bytes)
            + ", closed loop, queue depth 1";
    return new BuiltIn(name, description, random, readShare, bytes, false, Optional.empty());
  }

  /**
   * A null RPC where a layer in user space answers it, a null system call where the kernel does.
   */
  private static BuiltIn nullRequest() {
    String description = "requests for no data, closed loop, queue depth 1";
    return new BuiltIn("null-request", description, false, 1, 0, false, Optional.empty());
  }

  private static BuiltIn synced(String name, int bytes) {
    String description =
        "random writes of " + ByteSizes.format(bytes) + ", each with a sync behind it, closed loop";
    return new BuiltIn(name, description, true, 0, bytes, true, Optional.empty());
  }

  private static BuiltIn open(String name, ArrivalProcess arrivals, String how) {
    String description =
        "random reads of 4k, open loop, " + (int) arrivals.perSecond() + " a second, " + how;
    return new BuiltIn(name, description, true, 1, 4 << 10, false, Optional.of(arrivals));
  }

  Workload with(WorkloadOptions options) {
    if (requestBytes == 0 && options.sizeBytes().isPresent()) {
      throw new WorkloadException(name + " asks for no data and takes no size");
    }
    int bytes = (int) options.sizeBytes().orElse(requestBytes);
    long spanBytes = spanBytes(bytes, options.memoryBytes());
    String variant = sized(bytes) + depth(options) + cut(bytes, spanBytes);
    long fileBytes = Math.ceilDiv(spanBytes, BLOCK_BYTES) * BLOCK_BYTES;
    RequestPattern pattern = pattern(bytes);
    List<Region> regions = List.of(new Region(0, 0, spanBytes));
    ClientPlan client =
        new ClientPlan(
            name,
            0,
            0,
            0,
            pace(options.queueDepth()),
            seed -> source(pattern, regions, seed),
            false);
    String numbers = random + " " + readShare + " " + bytes + " " + fileBytes + " " + arrivals;
    String digest = new ContentDigest().add(variant).add(numbers + (synced ? " synced" : "")).hex();
    FileSpec file = new FileSpec("data", fileBytes);
    return new Workload(variant, List.of(file), List.of(client), digest, List.of());
  }

  private OperationSource source(RequestPattern pattern, List<Region> regions, long seed) {
    return requestBytes == 0
        ? BuiltIn::nothing
        : new PatternSource(pattern, regions, seed, "client/0");
  }

  private static boolean nothing(Operation operation) {
    operation.move(Operation.Kind.READ, 0, 0, 0);
    return true;
  }

  /** With another size, randread-4k is randread-64k; mixed-70-30 is mixed-70-30@64k. */
  private String sized(int bytes) {
    if (bytes == requestBytes) {
      return name;
    }
    String own = "-" + ByteSizes.format(requestBytes);
    String size = ByteSizes.format(bytes);
    return name.endsWith(own)
        ? name.substring(0, name.length() - own.length()) + "-" + size
        : name + "@" + size;
  }

  /** Long enough for a thousand requests that the file's own cache has not seen. */
  private static long spanBytes(int bytes) {
    long span = Math.clamp((long) REQUESTS_IN_SPAN * bytes, SPAN_BYTES, LONGEST_SPAN_BYTES);
    return bytes == 0 ? BLOCK_BYTES : span / bytes * bytes;
  }

  /** The same in a machine's cache: of what does not fit its memory, a quarter of that is used. */
  private static long spanBytes(int bytes, OptionalLong memoryBytes) {
    long span = spanBytes(bytes);
    long memory = memoryBytes.orElse(Long.MAX_VALUE);
    return span > memory ? Math.max(1, memory / 4 / bytes) * bytes : span;
  }

  private static String cut(int bytes, long spanBytes) {
    return spanBytes == spanBytes(bytes) ? "" : "@file-" + ByteSizes.format(spanBytes);
  }

  private RequestPattern pattern(int bytes) {
    BlockSizes sizes = BlockSizes.fixed(bytes);
    OffsetOrder order = random ? new OffsetOrder.Shuffled() : new OffsetOrder.Sequential();
    SyncRule syncs = synced ? new SyncRule(1, 0) : SyncRule.NEVER;
    return new RequestPattern(order, readShare, sizes, sizes, syncs, Budget.ENDLESS);
  }

  private Pace pace(OptionalInt depth) {
    return arrivals
        .<Pace>map(Pace.OpenLoop::new)
        .orElseGet(() -> new Pace.ClosedLoop(depth.orElse(1), 0, false));
  }

  private String depth(WorkloadOptions options) {
    if (arrivals.isPresent() && options.queueDepth().isPresent()) {
      throw new WorkloadException(name + " is an open loop and takes no queue depth");
    }
    int depth = options.queueDepth().orElse(1);
    return depth == 1 ? "" : "@qd" + depth;
  }
}
