package org.portbench.reports.text;

import java.util.List;
import java.util.OptionalDouble;
import org.portbench.results.micro.Score;

/** A benchmark's score in words. */
public record ScoreText(Score score) {
  private static final String SIZE = "sizeBytes";

  /** The name of a parameter, as a heading. */
  public static String parameter(String name) {
    return name.equals(SIZE) ? "size" : name;
  }

  public List<String> parameters() {
    return score.parameters().entrySet().stream()
        .map(entry ->
            entry.getKey().equals(SIZE)
                ? Quantities.bytes(Double.parseDouble(entry.getValue()))
                : entry.getValue())
        .toList();
  }

  public String value() {
    return amount(score.value());
  }

  /** Absent where there were too few samples. */
  public String error() {
    return score.error().stream()
        .mapToObj(error -> "± " + amount(error))
        .findFirst()
        .orElse(Quantities.ABSENT);
  }

  public String allocated() {
    return score.allocatedBytes().stream()
        .mapToObj(Quantities::bytes)
        .findFirst()
        .orElse(Quantities.ABSENT);
  }

  public static String ratio(OptionalDouble ratio) {
    return ratio.stream().mapToObj(Quantities::ratio).findFirst().orElse(Quantities.ABSENT);
  }

  private String amount(double value) {
    return switch (score.measure()) {
      case NS_PER_OPERATION -> Quantities.time(value);
      case OPERATIONS_PER_SECOND -> Quantities.iops(Math.round(value)) + "/s";
    };
  }
}
