package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Turns of phrase that several sentences share. */
final class Phrases {

  private Phrases() {}

  /** "a, b and c". */
  static String and(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }

  /** What is said of several places alike, once, with all of them. */
  static SequencedMap<String, List<String>> saidOnce(Map<String, String> byPlace) {
    SequencedMap<String, List<String>> places = new LinkedHashMap<>();
    byPlace.forEach(
        (place, said) -> places.computeIfAbsent(said, _ -> new ArrayList<>()).add(place));
    return places;
  }
}
