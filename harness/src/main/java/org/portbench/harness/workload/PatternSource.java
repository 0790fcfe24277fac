package org.portbench.harness.workload;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  private boolean syncOwed;
  private int writtenFile;
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
  public boolean next(Operation operation) {
    if (syncOwed) {
      syncOwed = false;
      operation.sync(pattern.syncs().kindAfter(writes), writtenFile);
      return true;
    }
    while (loops < pattern.budget().loops() && operations < pattern.budget().operations()) {
      if (bytesInLoop < pattern.budget().bytesPerLoop() && nextOfPass(operation)) {
        return true;
      }
      endPass();
    }
    return false;
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

  private boolean nextOfPass(Operation operation) {
    boolean read = directions.nextDouble() < pattern.readShare();
    for (int tried = 0; tried < regions.size(); tried++) {
      int region = turn;
      turn = (turn + 1) % regions.size();
      if (!exhausted[region]) {
        long offset = cursors.get(region).next(read);
        if (offset != RegionCursor.EXHAUSTED) {
          request(operation, read, region, offset);
          return true;
        }
        exhausted[region] = true;
      }
    }
    return false;
  }

  private void request(Operation operation, boolean read, int number, long offset) {
    Region region = regions.get(number);
    long room = region.lengthBytes() - offset;
    int drawn = pattern.sizes(read).draw(lengths, room);
    int length = cursors.get(number).claim(read, offset, drawn);
    operations++;
    bytesInLoop += length;
    if (!read) {
      writes++;
      syncOwed = pattern.syncs().dueAfter(writes);
      writtenFile = region.file();
    }
    Operation.Kind kind = read ? Operation.Kind.READ : Operation.Kind.WRITE;
    operation.move(kind, region.file(), region.startByte() + offset, length);
  }
}
