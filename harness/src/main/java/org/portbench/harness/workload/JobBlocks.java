package org.portbench.harness.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The request lengths that {@code bs} and {@code bssplit} ask for. */
final class JobBlocks {
  private static final int DEFAULT_BYTES = 4_096;
  private static final int MOST_PARTS = 64;
  private static final int MOST_DIRECTIONS = 3;

  private JobBlocks() {}

  /** Where both are given, {@code bssplit} counts, as in fio. */
  static BlockSizes of(JobSettings settings, boolean reads) {
    Optional<OptionValue> split = settings.value("bssplit");
    BlockSizes plain =
        settings
            .value("bs")
            .map(value -> plain(directions(value), reads ? 0 : 1))
            .orElse(BlockSizes.fixed(DEFAULT_BYTES));
    return split.map(value -> split(direction(value, reads))).orElse(plain);
  }

  /**
   * {@code read,write,trim}: the last one holds for those after it; an empty one is the default.
   */
  private static BlockSizes plain(List<OptionValue> values, int direction) {
    values.stream().filter(value -> !value.text().isEmpty()).forEach(JobBlocks::bytes);
    OptionValue value = values.get(Math.min(direction, values.size() - 1));
    return BlockSizes.fixed(value.text().isEmpty() ? DEFAULT_BYTES : bytes(value));
  }

  private static List<OptionValue> directions(OptionValue value) {
    List<OptionValue> directions = value.split(',');
    boolean empty = directions.stream().allMatch(part -> part.text().isEmpty());
    if (empty || directions.size() > MOST_DIRECTIONS) {
      throw value.error("write one size, or one for reads and one for writes: 4k or 4k,16k");
    }
    return directions;
  }

  private static OptionValue direction(OptionValue value, boolean reads) {
    List<OptionValue> directions = directions(value);
    return directions.get(reads ? 0 : Math.min(1, directions.size() - 1));
  }

  private static BlockSizes split(OptionValue value) {
    List<OptionValue> parts = value.split(':');
    if (parts.size() > MOST_PARTS) {
      throw value.error("at most " + MOST_PARTS + " sizes");
    }
    int blank = (int) parts.stream().filter(part -> percent(part).text().isEmpty()).count();
    int given = parts.stream().map(JobBlocks::percent).mapToInt(JobBlocks::percentage).sum();
    boolean addsUp = blank == 0 ? given == 100 : given < 100;
    if (!addsUp) {
      throw value.error("the percentages add up to " + given + ", not to 100");
    }
    return new BlockSizes(shares(parts, 100 - given, blank));
  }

  /** Weights are multiplied by the number of blanks, so that the blanks share evenly. */
  private static List<BlockSizes.Share> shares(List<OptionValue> parts, int left, int blank) {
    List<BlockSizes.Share> shares = new ArrayList<>();
    for (OptionValue part : parts) {
      int percentage = percentage(percent(part));
      int weight = percentage > 0 ? percentage * Math.max(1, blank) : left;
      shares.add(new BlockSizes.Share(bytes(part.split('/').getFirst()), weight));
    }
    return shares;
  }

  private static OptionValue percent(OptionValue part) {
    List<OptionValue> halves = part.split('/');
    if (halves.size() > 2) {
      throw part.error("write size/percentage, as in 4k/60:64k/40");
    }
    return halves.size() == 2 ? halves.get(1) : part.part("");
  }

  private static int percentage(OptionValue percent) {
    return percent.text().isEmpty() ? 0 : percent.integer(1, 100);
  }

  private static int bytes(OptionValue value) {
    return value.integer(1, Limits.REQUEST_BYTES);
  }
}
