package org.portbench.harness.workload;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A fio job file (fio's HOWTO, "Job file format" and "Job file parameters") as a workload. It asks
 * for what fio would ask for in kind and number; the offsets are this program's own chance, not
 * fio's.
 */
final class FioWorkload {
  private final GivenFile file;
  private final WorkloadOptions options;
  private final Substitutions substitutions;
  private final ContentDigest digest = new ContentDigest();
  private final Set<String> notes = new LinkedHashSet<>();
  private final FileTable files = new FileTable();

  FioWorkload(GivenFile file, WorkloadOptions options) {
    this.file = file;
    this.options = options;
    this.substitutions = new Substitutions(options.environment(), options.keywords());
  }

  Workload read() {
    List<JobSection> sections = JobFileReader.read(file, substitutions, digest);
    sections.forEach(this::noteIgnored);
    substitutions.unset().forEach(name -> notes.add("${" + name + "} is not set: empty"));
    List<ClientPlan> clients = clients(jobs(sections));
    substitutions.used().forEach(digest::add);
    String name = file.baseName();
    if (options.queueDepth().isPresent()) {
      name += "@qd" + options.queueDepth().getAsInt();
      digest.add(name.substring(name.lastIndexOf('@')));
    }
    return new Workload(
        name, files.files(), clients, digest.hex(), notes.stream().map(Quoted::printable).toList());
  }

  private void noteIgnored(JobSection section) {
    for (Setting setting : section.settings()) {
      if (JobOptions.onlyForTheHost(setting.name())) {
        String text = Quoted.printable(setting.text());
        notes.add(setting.place().note(text + " is ignored: it tells fio how to run on a host"));
      }
    }
  }

  private static List<JobPlan> jobs(List<JobSection> sections) {
    List<JobPlan> jobs = new ArrayList<>();
    List<Setting> globals = new ArrayList<>();
    for (JobSection section : sections) {
      if (section.global()) {
        globals.addAll(section.settings());
      } else {
        jobs.add(new JobPlan(new JobSettings(section, globals)));
      }
    }
    return jobs;
  }

  private List<ClientPlan> clients(List<JobPlan> jobs) {
    List<ClientPlan> clients = new ArrayList<>();
    OptionalInt depth = options.queueDepth();
    int phase = 0;
    for (JobPlan job : jobs) {
      phase += job.beginsPhase() && !clients.isEmpty() ? 1 : 0;
      notes.addAll(job.notes(depth));
      for (int clone = 0; clone < job.clones(); clone++) {
        clients.add(job.client(clone, clients.size(), phase, depth, files));
      }
      if (clients.size() > Limits.CLIENTS) {
        throw job.place().error("more than " + Limits.CLIENTS + " clients in all");
      }
    }
    return List.copyOf(clients);
  }
}
