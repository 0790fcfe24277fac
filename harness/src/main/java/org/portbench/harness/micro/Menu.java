package org.portbench.harness.micro;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/** All benchmarks, in the order in which they are run. */
public record Menu(List<Item> items) {
  private static final String PACKAGE = "org.portbench.bench.";
  private static final List<String> LISTS =
      List.of(
          "portbench",
          "portbench-firing",
          "java-priority-queue",
          "ssj-binary-tree",
          "ssj-doubly-linked",
          "ssj-henriksen",
          "ssj-red-black-tree",
          "ssj-splay-tree");
  private static final Map<String, String> SIZES = new LinkedHashMap<>();

  static {
    SIZES.put("4k", "4096");
    SIZES.put("64k", "65536");
    SIZES.put("1m", "1048576");
  }

  public static Menu of(Strategies strategies) {
    List<Item> items = new ArrayList<>();
    for (String pending : List.of("32", "1024")) {
      for (String list : LISTS) {
        items.add(item("queue.hold", "Queue", "list", list, "pending", pending));
      }
    }
    for (String what : List.of("probeHit", "missAndInsert", "insertAndInvalidate")) {
      items.add(item("tlb." + what, "Tlb"));
    }
    for (String what : List.of("map", "mapAndProtect", "mapAndUnmap")) {
      for (String pages : List.of("1", "16", "256")) {
        items.add(item("pages." + what, "Pages", "pages", pages));
      }
    }
    for (String recorder : List.of("portbench", "HdrHistogram")) {
      items.add(item("recorder.record", "Recorder", "recorder", recorder));
    }
    for (String size : SIZES.keySet()) {
      for (MessagingStrategy strategy : strategies.all()) {
        items.add(item("io.read", "Io", "strategy", strategy.name(), "sizeBytes", size));
      }
    }
    return new Menu(List.copyOf(items));
  }

  /** Those whose names hold a match of the pattern. */
  public Menu matching(Pattern pattern) {
    return new Menu(items.stream().filter(item -> pattern.matcher(item.name()).find()).toList());
  }

  /** Those that a rough look takes: of whole I/Os only the smallest. */
  public Menu rough() {
    return new Menu(
        items.stream()
            .filter(item -> !item.wholeIo() || item.parameters().containsValue(SIZES.get("4k")))
            .toList());
  }

  private static Item item(String what, String type, String... parameters) {
    StringBuilder name = new StringBuilder(what);
    SequencedMap<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      name.append('.').append(parameters[i + 1]);
      values.put(parameters[i], SIZES.getOrDefault(parameters[i + 1], parameters[i + 1]));
    }
    String method = what.substring(what.indexOf('.') + 1);
    return new Item(name.toString(), PACKAGE + type + "Benchmark." + method, values);
  }
}
