package org.portbench.harness.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.portbench.hardware.sim.RandomStream;

/** One job of a job file: resolves its settings into clients. */
final class JobPlan {
  private static final long MOST_LOOPS = 1_000_000;
  private static final long MOST_REQUESTS = 1_000_000_000_000L;

  private final JobSettings settings;
  private final Access access;
  private final RequestPattern unlimited;
  private final JobLayout layout;
  private final Optional<JobRate> rate;

  JobPlan(JobSettings settings) {
    this.settings = settings;
    this.access = Access.of(settings.value("rw"));
    this.rate = JobRate.of(settings, access);
    this.unlimited =
        new RequestPattern(
            JobOrder.of(settings, access.random()),
            readShare(),
            JobBlocks.of(settings, true),
            JobBlocks.of(settings, false),
            new SyncRule(
                settings.number("fsync", 0, 0, MOST_REQUESTS),
                settings.number("fdatasync", 0, 0, MOST_REQUESTS)),
            Budget.ENDLESS);
    this.layout = new JobLayout(settings, unlimited.smallestRequest(), unlimited.leastRoom());
  }

  private double readShare() {
    int percent =
        settings
            .value("rwmix")
            .map(mix ->
                mix.setting().name().equals("rwmixread")
                    ? mix.integer(0, 100)
                    : 100 - mix.integer(0, 100))
            .orElse(50);
    if (!access.mixed()) {
      return access.reads() ? 1 : 0;
    }
    return rate.map(JobRate::readShare).orElse(percent / 100.0);
  }

  boolean beginsPhase() {
    return settings.flag("stonewall");
  }

  int clones() {
    return settings.integer("numjobs", 1, 1, Limits.CLIENTS);
  }

  Place place() {
    return settings.place();
  }

  ClientPlan client(int clone, int thread, int phase, OptionalInt queueDepth, FileTable files) {
    Optional<Long> randomSeed =
        settings.value("randseed").map(seed -> seed.number(0, Long.MAX_VALUE));
    RandomStream chance = new RandomStream(randomSeed.orElse(0L), "layout/" + thread);
    List<JobLayout.Extent> extents = layout.extents(chance);
    List<Region> regions = new ArrayList<>();
    for (JobLayout.Extent extent : extents) {
      String file = settings.name() + "." + clone + "." + regions.size();
      int index = files.index(settings.place(), file, extent.fileBytes());
      regions.add(new Region(index, extent.startByte(), extent.lengthBytes()));
    }
    requireMappable(extents);
    RequestPattern pattern = unlimited.within(budget(extents));
    String stream = "client/" + thread;
    return new ClientPlan(
        clones() == 1 ? settings.name() : settings.name() + "." + clone,
        phase,
        startDelayPs(chance),
        runtimePs(),
        pace(queueDepth),
        seed -> new PatternSource(pattern, regions, randomSeed.orElse(seed), stream),
        true);
  }

  private void requireMappable(List<JobLayout.Extent> extents) {
    boolean map = unlimited.order() instanceof OffsetOrder.Shuffled;
    long longest = extents.stream().mapToLong(JobLayout.Extent::lengthBytes).max().orElse(0);
    if (map
        && unlimited.onlyLength().isEmpty()
        && longest / unlimited.smallestRequest() > ShuffledCursor.MOST_MIXED_BLOCKS) {
      throw place()
          .error(
              "["
                  + settings.name()
                  + "] has too many blocks for a random map of requests of several lengths;"
                  + " add norandommap or make the smallest request larger");
    }
  }

  private Budget budget(List<JobLayout.Extent> extents) {
    long loops = settings.number("loops", 1, 1, MOST_LOOPS);
    long requests =
        settings
            .value("number_ios")
            .map(number -> loops * number.number(1, MOST_REQUESTS))
            .orElse(Long.MAX_VALUE);
    Optional<Long> ioBytes =
        settings.value("io_size").map(io -> io.number(1, Limits.TRAFFIC_BYTES));
    long bytes = ioBytes.orElse(layout.defaultBytes(extents));
    if (settings.flag("time_based")) {
      return new Budget(Long.MAX_VALUE, true, 1, requests);
    }
    return new Budget(bytes, ioBytes.isPresent() || layout.sizeSaysHowMuch(), loops, requests);
  }

  private long startDelayPs(RandomStream chance) {
    Optional<OptionValue> delay = settings.value("startdelay");
    if (delay.isEmpty()) {
      return 0;
    }
    List<OptionValue> ends = delay.get().ends();
    long one = ends.getFirst().timePs(Limits.US_PER_SECOND);
    long other = ends.getLast().timePs(Limits.US_PER_SECOND);
    return Math.min(one, other) + chance.below(Math.abs(one - other) + 1);
  }

  private long runtimePs() {
    long runtimePs = settings.timePs("runtime", Limits.US_PER_SECOND);
    Optional<OptionValue> timeBased = settings.value("time_based");
    if (settings.flag("time_based") && runtimePs == 0) {
      throw timeBased.orElseThrow().error("needs a runtime above 0");
    }
    return runtimePs;
  }

  private Pace pace(OptionalInt replaced) {
    long thinkTimePs = settings.timePs("thinktime", 1);
    int depth = replaced.orElse(settings.integer("iodepth", 1, 1, Limits.QUEUE_DEPTH));
    return rate.<Pace>map(given -> new Pace.OpenLoop(given.arrivals()))
        .orElse(new Pace.ClosedLoop(thinkTimePs > 0 ? 1 : depth, thinkTimePs, false));
  }

  List<String> notes(OptionalInt replaced) {
    return new JobNotes(settings, access, rate, layout).lines(replaced);
  }
}
