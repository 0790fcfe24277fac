package org.portbench.results.claim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

/** Reads claims; those of the argument stand in {@code claims.toml} beside this class's code. */
public final class Claims {

  private static final String FILE = "claims.toml";
  private static final List<String> BOUNDS =
      List.of("at_least", "at_most", "at_least_percent", "at_most_percent");

  private Claims() {}

  /** The claims of the argument, in the order of the file. */
  public static List<Claim> registered() {
    try (InputStream in = Claims.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new ClaimException(FILE + ": is missing from the program");
      }
      return read(FILE, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param file its name, for messages
   */
  public static List<Claim> read(String file, String text) {
    TomlParseResult toml = Toml.parse(text);
    if (toml.hasErrors()) {
      var error = toml.errors().getFirst();
      throw new ClaimException(
          file + ":" + error.position().line() + ": not valid TOML: " + error.getMessage());
    }
    Entry root = new Entry(file, toml, 1);
    root.allow("claim");
    List<Claim> claims = root.entries("claim").stream().map(Claims::claim).toList();
    check(file, claims);
    return claims;
  }

  private static Claim claim(Entry entry) {
    entry.allow(
        "id",
        "who",
        "statement",
        "headline",
        "metric",
        "why",
        "where",
        "test",
        "also",
        "flips",
        "leading",
        "found",
        "fair",
        "repaired");
    List<String> flips = entry.has("flips") ? entry.texts("flips") : List.of();
    List<Comparison> tests = comparisons(entry, "test");
    if (tests.isEmpty() == flips.isEmpty()) {
      throw entry.wrong("a claim has either tests or the claims it flips");
    }
    List<Comparison> also = comparisons(entry, "also");
    OptionalInt leading = leading(entry, tests);
    Optional<Sentence> found = entry.textIfAny("found").map(Sentence::new);
    entry.check(tests.isEmpty() == found.isEmpty(), "a claim with tests says what they found");
    entry.check(
        found.stream().allMatch(sentence -> sentence.fits(tests, also)),
        "found has a number in braces that no test yields");
    return new Claim(
        entry.text("id"),
        entry.text("who"),
        entry.text("statement"),
        entry.text("headline"),
        entry.text("metric"),
        entry.text("why"),
        comparisons(entry, "where"),
        tests,
        also,
        flips,
        leading,
        found,
        entry.textIfAny("fair"),
        entry.textIfAny("repaired"));
  }

  /** Tests are counted from 1 in the file, from 0 in the program. */
  private static OptionalInt leading(Entry entry, List<Comparison> tests) {
    if (!entry.has("leading")) {
      return OptionalInt.empty();
    }
    long test = entry.integer("leading");
    entry.check(
        test >= 1 && test <= tests.size() && tests.get((int) test - 1).right().isPresent(),
        "leading must be the number of a test that has a right side");
    return OptionalInt.of((int) test - 1);
  }

  private static List<Comparison> comparisons(Entry entry, String key) {
    return entry.entries(key).stream().map(e -> comparison(e, key.equals("also"))).toList();
  }

  private static Comparison comparison(Entry entry, boolean shown) {
    entry.allow("left", "right", "at_least", "at_most", "at_least_percent", "at_most_percent");
    Operand left = operand(entry.entry("left"));
    Optional<Operand> right = entry.entryIfAny("right").map(Claims::operand);
    List<String> bounds = BOUNDS.stream().filter(entry::has).toList();
    if (shown) {
      entry.check(bounds.isEmpty(), "a number that is only shown has no threshold");
      return new Comparison(left, Relation.SHOWN, 0, right);
    }
    entry.check(bounds.size() == 1, "one of " + String.join(", ", BOUNDS) + " is needed");
    String bound = bounds.getFirst();
    entry.check(
        bound.endsWith("_percent") == right.isPresent(),
        "a percentage needs a right side, and a right side a percentage");
    Relation relation = bound.startsWith("at_least") ? Relation.AT_LEAST : Relation.AT_MOST;
    return new Comparison(left, relation, entry.integer(bound), right);
  }

  private static Operand operand(Entry entry) {
    entry.allow("metric", "less", "of", "beyond");
    Metric metric = metric(entry, entry.text("metric"));
    Optional<Metric> less = entry.textIfAny("less").map(name -> metric(entry, name));
    List<String> strategies = entry.texts("of");
    entry.check(!strategies.isEmpty(), "\"of\" names no strategy");
    return new Operand(metric, less, strategies, entry.textIfAny("beyond"));
  }

  private static Metric metric(Entry entry, String name) {
    entry.check(Metric.known(name), "no such metric: " + name);
    return Metric.named(name);
  }

  private static void check(String file, List<Claim> claims) {
    Set<String> ids = new HashSet<>();
    for (Claim claim : claims) {
      if (!ids.add(claim.id())) {
        throw new ClaimException(file + ": the claim " + claim.id() + " stands here twice");
      }
    }
    List<String> flipped = new ArrayList<>();
    claims.forEach(claim -> flipped.addAll(claim.flips()));
    for (String id : flipped) {
      if (!ids.contains(id)) {
        throw new ClaimException(file + ": flips names \"" + id + "\": there is no such claim");
      }
    }
  }
}
