package org.portbench.harness.workload;

/**
 * What {@code $pagesize}, {@code $mb_memory} and {@code $ncpus} mean in a job file. fio takes them
 * from the host; a modeled run must not depend on the host, so they are given.
 */
public record JobKeywords(int pagesize, int mbMemory, int ncpus) {
  public static final JobKeywords DEFAULT = new JobKeywords(4_096, 1_024, 4);
}
