package org.portbench.harness.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portbench.hardware.sim.RandomStream;

/**
 * Makes a pattern's requests, in turn for each region. Every kind of choice draws from a stream of
 * its own, so the same seed gives the same offsets whatever the lengths.
 */
final class PatternSource implements OperationSource {
  private final RequestPattern pattern;
  private final List<Region> regions;
  private final List<RegionCursor> cursors = new ArrayList<>();
  private final boolean[] exhausted;
  private final RandomStream directions;
  private final RandomStream lengths;
  private Optional<Operation> owedSync = Optional.empty();
  private int turn;
  private long operations;
  private long writes;
  private long loops;
  private long bytesInLoop;

  PatternSource(RequestPattern pattern, List<Region> regions, long seed, String client) {
    this.pattern = pattern;
    this.regions = regions;
    this.exhausted = new boolean[regions.size()];
    this.directions = new RandomStream(seed, client + "/directions");
    this.lengths = new RandomStream(seed, client + "/lengths");
    for (int i = 0; i < regions.size(); i++) {
      RandomStream offsets = new RandomStream(seed, client + "/offsets/" + i);
      cursors.add(cursor(regions.get(i).lengthBytes(), offsets));
    }
  }

  private RegionCursor cursor(long regionBytes, RandomStream offsets) {
    return switch (pattern.order()) {
      case OffsetOrder.Sequential() -> new SequentialCursor(pattern, regionBytes);
      case OffsetOrder.Shuffled() -> new ShuffledCursor(pattern, regionBytes, offsets);
      case OffsetOrder.Uniform() -> IndependentCursor.uniform(pattern, regionBytes, offsets);
      case OffsetOrder.Zipf zipf -> IndependentCursor.zipf(pattern, regionBytes, zipf, offsets);
      case OffsetOrder.Pareto pareto ->
          IndependentCursor.pareto(pattern, regionBytes, pareto, offsets);
    };
  }

  @Override
  public Optional<Operation> next() {
    if (owedSync.isPresent()) {
      Optional<Operation> sync = owedSync;
      owedSync = Optional.empty();
      return sync;
    }
    while (loops < pattern.budget().loops() && operations < pattern.budget().operations()) {
      if (bytesInLoop < pattern.budget().bytesPerLoop()) {
        Optional<Operation> request = nextOfPass();
        if (request.isPresent()) {
          return request;
        }
      }
      endPass();
    }
    return Optional.empty();
  }

  private void endPass() {
    long owedBytes = pattern.budget().bytesPerLoop() - bytesInLoop;
    if (!pattern.budget().rereads() || owedBytes < pattern.largestRequest()) {
      loops++;
      bytesInLoop = 0;
    }
    Arrays.fill(exhausted, false);
    cursors.forEach(RegionCursor::restart);
  }

  private Optional<Operation> nextOfPass() {
    boolean read = directions.nextDouble() < pattern.readShare();
    for (int tried = 0; tried < regions.size(); tried++) {
      int region = turn;
      turn = (turn + 1) % regions.size();
      if (!exhausted[region]) {
        long offset = cursors.get(region).next(read);
        if (offset != RegionCursor.EXHAUSTED) {
          return Optional.of(request(read, region, offset));
        }
        exhausted[region] = true;
      }
    }
    return Optional.empty();
  }

  private Operation request(boolean read, int region, long offset) {
    long room = regions.get(region).lengthBytes() - offset;
    int drawn = pattern.sizes(read).draw(lengths, room);
    int length = cursors.get(region).claim(read, offset, drawn);
    int file = regions.get(region).file();
    operations++;
    bytesInLoop += length;
    if (!read) {
      writes++;
      owedSync = pattern.syncs().dueAfter(writes).map(kind -> new Operation(kind, file, 0, 0, 0));
    }
    Operation.Kind kind = read ? Operation.Kind.READ : Operation.Kind.WRITE;
    return new Operation(kind, file, regions.get(region).startByte() + offset, length, 0);
  }
}
