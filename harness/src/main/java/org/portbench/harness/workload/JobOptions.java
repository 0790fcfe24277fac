package org.portbench.harness.workload;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fio options that are known, by name. */
final class JobOptions {

  /** Options that shape the requests and are looked up by their own name. */
  private static final String SHAPING =
      """
      rw bs bssplit size filesize io_size offset number_ios iodepth numjobs nrfiles rate_iops
      rate_process thinktime startdelay randseed random_distribution norandommap fsync fdatasync
      stonewall loops time_based runtime kb_base
      """;

  /** Other names of those; the two shares of a mix are one setting, of which the last counts. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "readwrite", "rw",
          "rwmixread", "rwmix",
          "rwmixwrite", "rwmix",
          "blocksize", "bs",
          "io_limit", "io_size",
          "nr_files", "nrfiles",
          "wait_for_previous", "stonewall",
          "timeout", "runtime");

  private static final String PLACE_AND_MEANS =
      """
      name description directory filename filename_format unique_filename ioengine direct buffered
      thread io_submit_mode ioscheduler fallocate fadvise_hint write_hint invalidate unlink
      openfiles overwrite allow_file_create allow_mounted_write create_serialize create_fsync
      create_on_open hipri sqthread_poll sqthread_poll_cpu fixedbufs registerfiles nonvectored
      force_async userspace_reap exec_prerun exec_postrun
      """;
  private static final String PROCESSORS_AND_MEMORY =
      """
      cpus_allowed cpus_allowed_policy cpumask numa_cpu_nodes numa_mem_policy nice prio prioclass
      cgroup cgroup_weight cgroup_nodelete uid gid mem iomem mem_align iomem_align hugepage-size
      lockmem
      """;

  /** What is written and which generator draws: both are this program's own. */
  private static final String CONTENT_AND_CHANCE =
      """
      zero_buffers refill_buffers scramble_buffers buffer_pattern buffer_compress_percentage
      buffer_compress_chunk dedupe_percentage randrepeat allrandrepeat random_generator
      softrandommap
      """;

  private static final String MEASURING_AND_REPORTING =
      """
      group_reporting new_group unified_rw_reporting stats clocksource gtod_reduce gtod_cpu
      disable_lat disable_clat disable_slat disable_bw_measurement disable_bw clat_percentiles
      lat_percentiles slat_percentiles percentile_list significant_figures unit_base per_job_logs
      write_bw_log write_lat_log write_hist_log write_iops_log write_iolog log_avg_msec
      log_hist_msec log_max_value log_offset log_unix_epoch bwavgtime iopsavgtime disk_util
      error_dump continue_on_error exitall_on_error
      """;

  private static final Set<String> SHAPING_NAMES =
      Stream.concat(words(SHAPING), ALIASES.keySet().stream())
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> HOST_NAMES =
      List.of(PLACE_AND_MEANS, PROCESSORS_AND_MEMORY, CONTENT_AND_CHANCE, MEASURING_AND_REPORTING)
          .stream()
          .flatMap(JobOptions::words)
          .collect(Collectors.toUnmodifiableSet());

  private JobOptions() {}

  private static Stream<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+"));
  }

  static boolean shapes(String name) {
    return SHAPING_NAMES.contains(name);
  }

  /** Whether the option tells fio only how to run, measure and report on a host. */
  static boolean onlyForTheHost(String name) {
    return HOST_NAMES.contains(name);
  }

  static String lookupName(Setting setting) {
    return ALIASES.getOrDefault(setting.name(), setting.name());
  }

  static String supported() {
    return String.join(", ", new TreeSet<>(SHAPING_NAMES));
  }
}
