package org.portbench.harness.workload;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads a fio job file into its sections, following includes; knows the layout, no option's use.
 */
final class JobFileReader {
  private static final int LONGEST_FILE = 1 << 20;
  private static final int MOST_INCLUDES = 256;

  private final Substitutions substitutions;
  private final ContentDigest digest;
  private final List<JobSection> sections = new ArrayList<>();
  private final Deque<Path> open = new ArrayDeque<>();
  private List<Setting> settings = List.of();
  private int includes;

  private JobFileReader(Substitutions substitutions, ContentDigest digest) {
    this.substitutions = substitutions;
    this.digest = digest;
  }

  static List<JobSection> read(GivenFile file, Substitutions substitutions, ContentDigest digest) {
    JobFileReader reader = new JobFileReader(substitutions, digest);
    reader.readFile(file);
    if (reader.sections.stream().allMatch(JobSection::global)) {
      throw file.firstLine()
          .error("has no job; a job is a section such as [reader] with rw=, bs= and size= lines");
    }
    return reader.sections;
  }

  private void readFile(GivenFile file) {
    byte[] bytes = file.bytes(LONGEST_FILE);
    digest.add(bytes);
    open.push(file.path().toAbsolutePath().normalize());
    TextLines lines = new TextLines(new ByteArrayInputStream(bytes), file.shown());
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      readLine(file, line.get().place(), withoutComment(line.get().text()));
    }
    open.pop();
  }

  /** As in fio, a comment may also follow on the same line. */
  private static String withoutComment(String line) {
    return line.split("[;#]", 2)[0].strip();
  }

  private void readLine(GivenFile file, Place place, String line) {
    if (line.isEmpty()) {
      return;
    }
    String[] words = line.split("\\s+", 2);
    if (line.startsWith("[")) {
      beginSection(place, line);
    } else if (sections.isEmpty()) {
      throw place.error(Quoted.of(line) + " stands before the first [section]");
    } else if (words[0].equals("include")) {
      include(file, place, words.length == 2 ? words[1] : "");
    } else {
      settings.add(setting(place, line));
    }
  }

  private void beginSection(Place place, String line) {
    if (open.size() > 1) {
      throw place.error("an included file has no sections of its own: " + Quoted.of(line));
    }
    if (!line.endsWith("]") || line.substring(1, line.length() - 1).isBlank()) {
      throw place.error(Quoted.of(line) + " is not a section; write [name]");
    }
    settings = new ArrayList<>();
    sections.add(new JobSection(place, line.substring(1, line.length() - 1).strip(), settings));
  }

  private void include(GivenFile file, Place place, String name) {
    if (name.isEmpty()) {
      throw place.error("include needs the name of a file");
    }
    if (++includes > MOST_INCLUDES) {
      throw place.error("more than " + MOST_INCLUDES + " includes in all");
    }
    GivenFile included = file.sibling(place, name);
    included.problem().ifPresent(problem -> refuse(place, included, problem));
    if (open.contains(included.path().toAbsolutePath().normalize())) {
      refuse(place, included, "is already being read: the includes form a loop");
    }
    readFile(included);
  }

  private static void refuse(Place place, GivenFile included, String problem) {
    throw place.error("include " + Quoted.of(included.shown()) + ": " + problem);
  }

  private Setting setting(Place place, String line) {
    String[] parts = line.split("=", 2);
    String name = parts[0].strip();
    if (JobOptions.onlyForTheHost(name)) {
      return new Setting(place, name, optional(parts).map(String::strip));
    }
    if (!JobOptions.shapes(name)) {
      throw place.error(
          "option "
              + Quoted.of(name)
              + " is not supported; supported are "
              + JobOptions.supported());
    }
    return new Setting(place, name, optional(parts).map(substitutions::apply).map(String::strip));
  }

  private static Optional<String> optional(String[] parts) {
    return parts.length == 2 ? Optional.of(parts[1]) : Optional.empty();
  }
}
