package org.portbench.harness.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The value of an option, or a part of it; knows where it stands, for messages. */
record OptionValue(Setting setting, String text, int kbBase) {
  private static final String WANTED_SIZE = "write a number such as 4096, 4k, 16m or 0x1000";
  private static final String WANTED_TIME = "write a time such as 10, 500ms, 20us or 2m";

  WorkloadException error(String what) {
    return setting.place().error(Quoted.printable(setting.text()) + ": " + what);
  }

  /** A count or a size, from least to most. */
  long number(long least, long most) {
    long value = evaluate(word -> JobUnits.size(word, kbBase), WANTED_SIZE);
    if (value < least || value > most) {
      throw error(Quoted.of(text) + " must be from " + least + " to " + most);
    }
    return value;
  }

  int integer(int least, int most) {
    return Math.toIntExact(number(least, most));
  }

  /**
   * @param bareUnitUs the unit of a number that stands alone; in arithmetic it is the microsecond
   */
  long timePs(long bareUnitUs) {
    boolean alone = text.chars().allMatch(Character::isLetterOrDigit);
    long us = evaluate(word -> JobUnits.timeUs(word, alone ? bareUnitUs : 1), WANTED_TIME);
    if (us < 0 || us > Limits.TIME_US) {
      throw error(Quoted.of(text) + " must be from 0 to 30 days");
    }
    return us * Limits.PS_PER_US;
  }

  private long evaluate(ToLongFunction<String> word, String wanted) {
    if (text.isEmpty()) {
      throw error("the value is missing; " + wanted);
    }
    try {
      return Expression.value(text, word);
    } catch (ArithmeticException e) {
      throw error("too large, or not to be computed: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw error(e.getMessage() + "; " + wanted);
    }
  }

  boolean percentage() {
    return text.endsWith("%");
  }

  int percent() {
    return part(text.substring(0, text.length() - 1)).integer(1, 100);
  }

  /** A plain decimal number. */
  double decimal() {
    if (!text.matches("[0-9]{0,9}\\.?[0-9]{1,9}")) {
      throw error(Quoted.of(text) + " is not a number; write one such as 1.2");
    }
    return Double.parseDouble(text);
  }

  boolean flag() {
    return switch (text) {
      case "1", "true" -> true;
      case "0", "false" -> false;
      default -> throw error("write 1 or 0");
    };
  }

  /** The parts between separators that are not inside parentheses; at least one. */
  List<OptionValue> split(char separator) {
    List<OptionValue> parts = new ArrayList<>();
    int start = 0;
    for (int i = separatorFrom(0, separator); i >= 0; i = separatorFrom(start, separator)) {
      parts.add(part(text.substring(start, i)));
      start = i + 1;
    }
    parts.add(part(text.substring(start)));
    return parts;
  }

  /** The one or two ends of a range, {@code low-high} or {@code low:high}. */
  List<OptionValue> ends() {
    int colon = separatorFrom(0, ':');
    int middle = colon > 0 ? colon : separatorFrom(0, '-');
    return middle <= 0
        ? List.of(this)
        : List.of(part(text.substring(0, middle)), part(text.substring(middle + 1)));
  }

  private int separatorFrom(int start, char separator) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (depth == 0 && c == separator) {
        return i;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return -1;
  }

  OptionValue part(String part) {
    return new OptionValue(setting, part.strip(), kbBase);
  }
}
