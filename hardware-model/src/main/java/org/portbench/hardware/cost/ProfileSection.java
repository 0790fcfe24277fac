package org.portbench.hardware.cost;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One section of a profile, read key by key. A missing key reads as the least it may be until
 * {@link #complete}, which by then knows all keys that there are and so recognises a misspelt one.
 */
final class ProfileSection {
  /** For times and rates; in nanoseconds a second, in picoseconds per byte a kilobyte a second. */
  private static final long LARGEST = 1_000_000_000;

  private final String name;
  private final ProfilePlace start;
  private final List<String> content;
  private final Map<String, Stated> unread = new LinkedHashMap<>();
  private final Map<String, Optional<Stated>> asked = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();

  /**
   * @param content where each value that is read is noted in the model's own units
   */
  ProfileSection(String name, ProfilePlace start, List<Stated> values, List<String> content) {
    this.name = name;
    this.start = start;
    this.content = content;
    values.stream()
        .filter(stated -> stated.section().equals(name))
        .forEach(stated -> unread.put(stated.key(), stated));
  }

  /** Picoseconds; 0 for what the machine does at no cost, or does not have. */
  long time(String key) {
    return number(key, 0, LARGEST);
  }

  /** Empty where the profile leaves the key out. */
  Optional<Long> optionalTime(String key) {
    known.add(key);
    return has(key) ? Optional.of(time(key)) : Optional.empty();
  }

  long timeAboveZero(String key) {
    return number(key, 1, LARGEST);
  }

  /** Picoseconds per byte. */
  long rate(String key) {
    return number(key, 1, LARGEST);
  }

  long bytes(String key, long least, long most) {
    return number(key, least, most);
  }

  int count(String key, int least, int most) {
    return Math.toIntExact(number(key, least, most));
  }

  int powerOfTwo(String key, int least, int most) {
    int value = count(key, least, most);
    if (Integer.bitCount(value) != 1) {
      throw error(key, "a power of two");
    }
    return value;
  }

  boolean flag(String key) {
    return ask(key, Boolean.class, "true or false").map(flag -> note(key, flag)).orElse(false);
  }

  /** One of an enum's constants by its name in lower case. */
  <E extends Enum<E>> E choice(String key, Class<E> type) {
    E[] choices = type.getEnumConstants();
    String rule = Arrays.stream(choices).map(ProfileSection::key).collect(Collectors.joining(", "));
    Optional<String> chosen = ask(key, String.class, "one of " + rule);
    for (E choice : choices) {
      if (chosen.isEmpty() || key(choice).equals(chosen.get())) {
        return note(key, choice);
      }
    }
    throw error(key, "one of " + rule);
  }

  boolean empty() {
    return unread.isEmpty();
  }

  boolean has(String key) {
    return unread.containsKey(key);
  }

  ProfileException error(String message) {
    return start.error("[" + name + "]: " + message);
  }

  /** A value that was read cannot be, or not beside the others. */
  ProfileException error(String key, String rule) {
    return asked.get(key).map(stated -> stated.error(rule)).orElseGet(() -> missing(key));
  }

  /** Returns what was made of the section, if no key was missing and none is left over. */
  <T> T complete(T read) {
    for (Stated stated : unread.values()) {
      String hint = Nearest.hint(stated.key(), known);
      throw stated.place().error("unknown key " + stated.key() + " in [" + name + "]; " + hint);
    }
    for (String key : asked.keySet()) {
      if (asked.get(key).isEmpty()) {
        throw missing(key);
      }
    }
    return read;
  }

  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Bounds are in the key's unit, what is returned in the model's. */
  private long number(String key, long least, long most) {
    Optional<BigDecimal> stated = ask(key, BigDecimal.class, "a number");
    if (stated.isEmpty()) {
      return least;
    }
    BigDecimal value = stated.get();
    if (value.compareTo(BigDecimal.valueOf(least)) < 0
        || value.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw error(key, "from " + least + " to " + most);
    }
    Unit unit = Unit.of(key);
    return note(key, unit.toBase(value).orElseThrow(() -> error(key, unit.rule())));
  }

  private <T> Optional<T> ask(String key, Class<T> type, String rule) {
    Optional<Stated> stated = Optional.ofNullable(unread.remove(key));
    asked.put(key, stated);
    known.add(key);
    if (stated.isPresent() && !type.isInstance(stated.get().value())) {
      throw error(key, rule);
    }
    return stated.map(Stated::value).map(type::cast);
  }

  private <T> T note(String key, T value) {
    content.add(name + "." + key + "=" + value);
    return value;
  }

  private ProfileException missing(String key) {
    String form = "{ value = ..., status = \"...\", source = \"...\" }";
    return start.error("[" + name + "] has no " + key + "; add " + key + " = " + form);
  }
}
