package org.portbench.harness.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How, where and when a run was made: what may differ between two runs of the same results. */
final class RunEnvironment {
  private static final String STARTED = "startedAt";

  private final String commandLine;
  private final int jobs;
  private final RunFolder folder;
  private final List<String> plugins;
  private final Surroundings surroundings;
  private final Instant start = Instant.now();

  RunEnvironment(
      String commandLine,
      int jobs,
      RunFolder folder,
      List<String> plugins,
      Surroundings surroundings) {
    this.commandLine = commandLine;
    this.jobs = jobs;
    this.folder = folder;
    this.plugins = plugins;
    this.surroundings = surroundings;
  }

  /** Of a run that is resumed: it began when it began; the wall-clock time is since now. */
  SortedMap<String, String> factsAfter(SortedMap<String, String> earlier) {
    SortedMap<String, String> facts = facts();
    facts.put("resumedAt", facts.get(STARTED));
    facts.put(STARTED, earlier.getOrDefault(STARTED, facts.get(STARTED)));
    return facts;
  }

  /** The wall-clock time is that of asking. */
  SortedMap<String, String> facts() {
    SortedMap<String, String> facts = new TreeMap<>();
    facts.put("commandLine", commandLine);
    facts.put("directory", folder.path().toAbsolutePath().normalize().toString());
    facts.put("workingDirectory", Path.of("").toAbsolutePath().toString());
    facts.put(STARTED, start.truncatedTo(ChronoUnit.SECONDS).toString());
    facts.put("wallMs", Long.toString(Duration.between(start, Instant.now()).toMillis()));
    facts.put("jobs", Integer.toString(jobs));
    facts.put("version", Version.ofThisProgram());
    facts.put("host", host());
    facts.put("os", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("jvm", property("java.vm.name") + " " + property("java.vm.version"));
    facts.put("jvmMaxMiB", Long.toString(Runtime.getRuntime().maxMemory() >> 20));
    if (!plugins.isEmpty()) {
      facts.put("plugins", String.join(", ", plugins));
    }
    revision().ifPresent(revision -> facts.put("revision", revision));
    return facts;
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }

  /**
   * What the kernel or the environment says; asking the network takes seconds where there is none.
   */
  private String host() {
    Map<String, String> environment = surroundings.environment();
    return firstLine(Path.of("/proc/sys/kernel/hostname"))
        .or(() -> Optional.ofNullable(environment.get("HOSTNAME")))
        .or(() -> Optional.ofNullable(environment.get("COMPUTERNAME")))
        .orElse("unknown");
  }

  /** Of the checkout that this runs from; whether it has changes since, nobody asks. */
  private Optional<String> revision() {
    Path git = surroundings.home().resolve(".git");
    return firstLine(git.resolve("HEAD"))
        .flatMap(head ->
            head.startsWith("ref: ")
                ? firstLine(git.resolve(head.substring("ref: ".length())))
                : Optional.of(head));
  }

  private static Optional<String> firstLine(Path file) {
    try {
      return Files.isRegularFile(file)
          ? Files.readAllLines(file).stream().findFirst().map(String::strip)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
