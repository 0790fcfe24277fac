package org.portbench.harness.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a reader of the result should know of how a job was understood. */
final class JobNotes {
  private static final Set<String> SYNCHRONOUS_ENGINES =
      Set.of("sync", "psync", "vsync", "pvsync", "pvsync2", "mmap", "splice");

  private final JobSettings settings;
  private final Access access;
  private final Optional<JobRate> rate;
  private final JobLayout layout;
  private final List<String> lines = new ArrayList<>();

  JobNotes(JobSettings settings, Access access, Optional<JobRate> rate, JobLayout layout) {
    this.settings = settings;
    this.access = access;
    this.rate = rate;
    this.layout = layout;
  }

  List<String> lines(OptionalInt replacedDepth) {
    layout.assumption().ifPresent(lines::add);
    settings
        .value("randseed")
        .ifPresent(seed -> add(seed, "its requests are the same whatever the seed of the run"));
    if (rate.isPresent()) {
      openLoop();
    } else {
      closedLoop(replacedDepth);
    }
    return lines;
  }

  private void openLoop() {
    OptionValue rates = settings.value("rate_iops").orElseThrow();
    add(rates, "an open loop: neither iodepth nor thinktime holds requests back");
    if (access.mixed()) {
      int reads = rate.orElseThrow().reads();
      int writes = rate.orElseThrow().writes();
      add(rates, "a rate for each direction, so the mix is " + reads + " reads to " + writes);
    }
  }

  private void closedLoop(OptionalInt replacedDepth) {
    Optional<OptionValue> depth = settings.value("iodepth");
    Optional<OptionValue> think = settings.value("thinktime");
    int asked = replacedDepth.orElse(settings.integer("iodepth", 1, 1, Limits.QUEUE_DEPTH));
    if (asked > 1 && settings.timePs("thinktime", 1) > 0) {
      add(think.orElseThrow(), "one request at a time, whatever the queue depth");
    } else if (replacedDepth.isPresent()) {
      depth.ifPresent(given -> add(given, "replaced by a queue depth of " + asked));
    } else if (asked > 1 && SYNCHRONOUS_ENGINES.contains(settings.engine())) {
      add(depth.orElseThrow(), "counts here; fio's " + settings.engine() + " would run at depth 1");
    }
  }

  private void add(OptionValue value, String what) {
    Setting setting = value.setting();
    lines.add(
        setting
            .place()
            .note("[" + settings.name() + "] " + Quoted.printable(setting.text()) + ": " + what));
  }
}
