package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.portbench.results.claim.Outcome.Compared;

/**
 * What a claim's tests found, as a sentence with slots for their numbers: {@code {ratio 2}} is what
 * the second test saw in the settings of a place, from the least to the most; {@code {ratio also
 * 1}} is what the first of the numbers beside them saw.
 */
record Sentence(String text) {
  private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)}");
  private static final Pattern IN_SLOT = Pattern.compile("[a-z]+( also)? [1-9]");

  private static final Map<String, Function<List<Compared>, String>> KINDS =
      Map.of(
          "ratio", seen -> range(seen, c -> Amount.ratio(c.left(), c.right().orElseThrow())),
          "share", seen -> range(seen, c -> Amount.share(c.left(), c.right().orElseThrow())),
          "mean", seen -> range(seen, c -> Amount.mean(c.left(), c.right().orElseThrow())),
          "count", seen -> range(seen, c -> Amount.count(c.left())),
          "sum", seen -> Amount.count(left(seen)),
          "bytes", seen -> Amount.bytes(left(seen)),
          "base", seen -> Amount.count(right(seen)));

  private record Slot(String kind, boolean beside, int number) {
    static Slot of(String inside) {
      List<String> parts = List.of(inside.split(" ", -1));
      return new Slot(parts.getFirst(), parts.size() > 2, Integer.parseInt(parts.getLast()) - 1);
    }

    boolean fits(List<Comparison> tests, List<Comparison> also) {
      List<Comparison> asked = beside ? also : tests;
      boolean divides = List.of("ratio", "share", "mean", "base").contains(kind);
      return KINDS.containsKey(kind)
          && number < asked.size()
          && (!divides || asked.get(number).right().isPresent());
    }

    Stream<Compared> in(Finding finding) {
      return beside ? finding.also().get(number).stream() : Stream.of(finding.tests().get(number));
    }
  }

  /** Whether each slot is for a number that these comparisons yield. */
  boolean fits(List<Comparison> tests, List<Comparison> also) {
    return SLOT.matcher(text)
        .results()
        .map(slot -> slot.group(1))
        .allMatch(inside -> IN_SLOT.matcher(inside).matches() && Slot.of(inside).fits(tests, also));
  }

  /** In the lower case: the whole sentence for the first place, for others the numbers alone. */
  String about(Map<String, List<Finding>> places) {
    Map<String, String> numbers = new LinkedHashMap<>();
    places.forEach((place, found) -> numbers.put(place, Phrases.and(numbers(found))));
    List<String> parts = new ArrayList<>();
    Phrases.saidOnce(numbers)
        .forEach((said, where) -> {
          String rest = parts.isEmpty() ? filled(numbers(places.get(where.getFirst()))) : said;
          parts.add("on " + Phrases.and(where) + " " + rest);
        });
    return String.join("; ", parts) + ".";
  }

  private List<String> numbers(List<Finding> found) {
    return SLOT.matcher(text)
        .results()
        .map(slot -> Slot.of(slot.group(1)))
        .map(slot -> KINDS.get(slot.kind()).apply(seen(found, slot)))
        .toList();
  }

  private String filled(List<String> numbers) {
    List<String> left = new ArrayList<>(numbers);
    return SLOT.matcher(text).replaceAll(_ -> left.removeFirst());
  }

  private static List<Compared> seen(List<Finding> found, Slot slot) {
    return found.stream()
        .flatMap(slot::in)
        .sorted(Comparator.comparingDouble(Compared::magnitude))
        .toList();
  }

  private static String range(List<Compared> seen, Function<Compared, String> number) {
    if (seen.isEmpty()) {
      return "an unknown part";
    }
    String least = number.apply(seen.getFirst());
    String most = number.apply(seen.getLast());
    return least.equals(most) ? least : least + " to " + most;
  }

  private static long left(List<Compared> seen) {
    return seen.stream().mapToLong(Compared::left).reduce(0, Math::addExact);
  }

  private static long right(List<Compared> seen) {
    return seen.stream().mapToLong(c -> c.right().orElseThrow()).reduce(0, Math::addExact);
  }
}
