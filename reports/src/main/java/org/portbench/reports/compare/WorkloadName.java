package org.portbench.reports.compare;

/** What is left of a workload's name once the parameter that is varied is taken out of it. */
final class WorkloadName {
  private WorkloadName() {}

  static String without(Parameter parameter, String workload) {
    return switch (parameter) {
      case SIZE -> withoutSize(workload);
      case QUEUE_DEPTH -> workload.replaceAll("@qd\\d+$", "");
      default -> workload;
    };
  }

  /** {@code randread-4k} and {@code randread-512} both become {@code randread}. */
  private static String withoutSize(String workload) {
    String stem =
        workload.replaceAll("(?i)(^|[-_@=])(\\d+[kmg](i?b)?|[1-9]\\d{2,})(?=$|[-_@=.])", "");
    return stem.isEmpty() ? workload : stem;
  }
}
