package org.portbench.harness.workload;

import java.util.List;

/**
 * What is asked, and when: the same for every strategy of a cell.
 *
 * @param name a built-in name or a file's base name; what the user changed follows an @
 * @param digest covers everything that shapes the operations, a file's bytes included
 * @param notes what the reader should know: options ignored, sizes assumed
 */
public record Workload(
    String name,
    List<FileSpec> files,
    List<ClientPlan> clients,
    String digest,
    List<String> notes) {

  public long footprintBytes() {
    return files.stream().mapToLong(FileSpec::sizeBytes).sum();
  }

  public boolean finite() {
    return clients.stream().allMatch(ClientPlan::finite);
  }
}
