package org.portbench.results.exact;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Something that a run rests on and that is not the same in another; absent is "-". */
public record InputChange(String name, String base, String head) {
  private static final String ABSENT = "-";

  /** What differs, by name. */
  public static List<InputChange> between(
      SortedMap<String, String> base, SortedMap<String, String> head) {
    SortedSet<String> names = new TreeSet<>(base.keySet());
    names.addAll(head.keySet());
    return names.stream()
        .map(name ->
            new InputChange(name, base.getOrDefault(name, ABSENT), head.getOrDefault(name, ABSENT)))
        .filter(change -> !change.base.equals(change.head))
        .toList();
  }
}
