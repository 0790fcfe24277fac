package org.portbench.harness.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.portbench.harness.run.StackKnob;
import org.portbench.harness.workload.ByteSizes;
import org.portbench.harness.workload.ReplayMode;
import org.portbench.harness.workload.WorkloadException;

/**
 * Reads what a user wrote for a number or a choice: in an experiment's file and on the command line
 * the same words mean the same, and the same limits hold.
 *
 * @param where a file, line and key, or an option: what a message begins with
 */
public record Knob(String where) {
  private static final long LARGEST_REQUEST_BYTES = 64 << 20;
  private static final int DEEPEST_QUEUE = 65_536;
  private static final long MOST_OPERATIONS = 1_000_000_000;
  private static final int MOST_JOBS = 1_024;
  private static final int FEWEST_BLOCKS = 8;
  private static final int MOST_BLOCKS = 50;
  private static final long MOST_SECONDS = 1_000_000;
  private static final int MOST_REPETITIONS = 10_000;

  public List<Name> names(List<String> words) {
    if (words.stream().anyMatch(String::isBlank)) {
      throw error("a name is empty");
    }
    return words.stream().map(Name::typed).toList();
  }

  public List<Long> sizes(List<String> words) {
    return words.stream().map(this::size).toList();
  }

  public List<Integer> queueDepths(List<String> words) {
    return words.stream().map(word -> (int) count(word, 1, DEEPEST_QUEUE)).toList();
  }

  /** Words for a knob of the stack. */
  public List<String> words(StackKnob knob, List<String> words) {
    return words.stream()
        .map(word -> knob.accept(word).orElseThrow(() -> wrong(word, knob.rule())))
        .toList();
  }

  public ReplayMode replay(String word) {
    return choice(word, ReplayMode.values());
  }

  public long operations(String word) {
    return count(word, 1, MOST_OPERATIONS);
  }

  public int jobs(String word) {
    return (int) count(word, 1, MOST_JOBS);
  }

  /** Blocks of launches: enough to prove something. */
  public int blocks(String word) {
    return (int) count(word, FEWEST_BLOCKS, MOST_BLOCKS);
  }

  public long seconds(String word) {
    return count(word, 1, MOST_SECONDS);
  }

  public int repetitions(String word) {
    return (int) count(word, 1, MOST_REPETITIONS);
  }

  public long seed(String word) {
    return count(word, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  public long size(String word) {
    long bytes;
    try {
      bytes = ByteSizes.parse(word);
    } catch (WorkloadException e) {
      throw error(e.getMessage());
    }
    if (bytes < 1 || bytes > LARGEST_REQUEST_BYTES) {
      throw wrong(word, "from 1 byte to 64m");
    }
    return bytes;
  }

  public <E extends Enum<E>> E choice(String word, E[] choices) {
    for (E choice : choices) {
      if (word(choice).equals(word.toLowerCase(Locale.ROOT))) {
        return choice;
      }
    }
    String words = Arrays.stream(choices).map(Knob::word).collect(Collectors.joining(", "));
    throw wrong(word, "one of " + words);
  }

  private long count(String word, long least, long most) {
    String rule =
        most == Long.MAX_VALUE ? "a whole number" : "a whole number from " + least + " to " + most;
    long value;
    try {
      value = Long.parseLong(word);
    } catch (NumberFormatException e) {
      throw wrong(word, rule);
    }
    if (value < least || value > most) {
      throw wrong(word, rule);
    }
    return value;
  }

  private static String word(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  private ExperimentException wrong(String word, String rule) {
    return error("'" + word + "': must be " + rule);
  }

  private ExperimentException error(String what) {
    return new ExperimentException(where + ": " + what);
  }
}
