package org.portbench.results.micro;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a benchmark of portbench itself came to.
 *
 * @param benchmark what was done, such as {@code hold}
 * @param value nanoseconds an operation, or operations a second
 * @param error half the width of the interval of 99.9 % confidence, where there were enough samples
 * @param allocatedBytes of one operation
 */
public record Score(
    Group group,
    String benchmark,
    SortedMap<String, String> parameters,
    double value,
    OptionalDouble error,
    Measure measure,
    OptionalDouble allocatedBytes) {

  /** What the number is. */
  public enum Measure {
    NS_PER_OPERATION,
    OPERATIONS_PER_SECOND
  }

  /** The group, what was done, and with what. */
  public String name() {
    return Stream.concat(
            Stream.of(group.name().toLowerCase(Locale.ROOT), benchmark),
            parameters.values().stream())
        .collect(Collectors.joining("."));
  }

  /** Operations a second, whatever was measured. */
  double speed() {
    return measure == Measure.NS_PER_OPERATION ? 1e9 / value : value;
  }
}
