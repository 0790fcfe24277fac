package org.portbench.results.store;

import static org.portbench.results.store.StoreException.Kind.CONTENT;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.portbench.results.micro.Group;
import org.portbench.results.micro.Score;

/** A score as JMH writes it. */
final class ScoreJson {
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final String SUFFIX = "Benchmark";

  private ScoreJson() {}

  static Score read(Fields fields) {
    String[] names = fields.text("benchmark").split("\\.", -1);
    if (names.length < 2) {
      throw unknown(fields, "benchmark");
    }
    Fields metric = fields.object("primaryMetric");
    return new Score(
        group(names[names.length - 2], fields),
        names[names.length - 1],
        fields.has("params") ? fields.textMap("params") : new TreeMap<>(),
        metric.decimal("score").orElseThrow(() -> unknown(fields, "score")),
        metric.decimal("scoreError"),
        measure(metric),
        allocation(fields));
  }

  private static Group group(String type, Fields fields) {
    String name = type.replace(SUFFIX, "").toUpperCase(Locale.ROOT);
    for (Group group : Group.values()) {
      if (group.name().equals(name)) {
        return group;
      }
    }
    throw unknown(fields, "benchmark");
  }

  private static Score.Measure measure(Fields metric) {
    return switch (metric.text("scoreUnit")) {
      case "ns/op" -> Score.Measure.NS_PER_OPERATION;
      case "ops/s" -> Score.Measure.OPERATIONS_PER_SECOND;
      default -> throw unknown(metric, "scoreUnit");
    };
  }

  /** Where the JVM counts it. */
  private static OptionalDouble allocation(Fields fields) {
    Fields others = fields.object("secondaryMetrics");
    return others.has(ALLOCATION)
        ? others.object(ALLOCATION).decimal("score")
        : OptionalDouble.empty();
  }

  private static StoreException unknown(Fields fields, String name) {
    return new StoreException(
        CONTENT, fields.file() + ": " + fields.within() + name + ": unknown to this portbench");
  }
}
