package org.portbench.harness.linux.domain;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What harness and domains say to each other: a verb, and numbers and words by name. */
public record Words(String verb, SortedMap<String, String> values) {

  public Words(String verb) {
    this(verb, new TreeMap<>());
  }

  public Words with(String name, Object value) {
    SortedMap<String, String> more = new TreeMap<>(values);
    more.put(name, String.valueOf(value).replace('\n', ' '));
    return new Words(verb, more);
  }

  public String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(verb + " says nothing of " + name);
    }
    return value;
  }

  public long number(String name) {
    return Long.parseLong(text(name));
  }

  public int count(String name) {
    return Math.toIntExact(number(name));
  }

  String line() {
    StringBuilder line = new StringBuilder(verb);
    for (Map.Entry<String, String> value : values.entrySet()) {
      line.append('\n').append(value.getKey()).append('=').append(value.getValue());
    }
    return line.toString();
  }

  static Words parse(String text) {
    String[] lines = text.split("\n", -1);
    SortedMap<String, String> values = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int equals = lines[i].indexOf('=');
      values.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
    }
    return new Words(lines[0], values);
  }
}
