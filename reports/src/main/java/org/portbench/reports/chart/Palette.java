package org.portbench.reports.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One look for each strategy and one colour for each category of CPU time, the same in every
 * picture. Strategies take the colours of Okabe and Ito, ceiling and floor greys; as there are more
 * strategies than colours that any eye tells apart, each has its own mark and line too. Categories
 * take one hue per family and one lightness per member.
 */
public final class Palette {
  /** What something becomes with half of an estimate, and with twice. */
  static final Shade HALVED = new Shade(0x44AA99, 0x66CCBB);

  static final Shade DOUBLED = new Shade(0x882255, 0xD06A9A);

  private static final Map<String, Look> KNOWN_STRATEGIES = new LinkedHashMap<>();
  private static final Map<String, Shade> KNOWN_CATEGORIES = new LinkedHashMap<>();
  private static final List<Look> SPARE =
      List.of(
          new Look(new Shade(0x332288, 0x9A8CF0), Mark.WEDGE, Dash.MIXED),
          new Look(new Shade(0x117733, 0x5CC27B), Mark.HOLLOW_WEDGE, Dash.LONG),
          new Look(new Shade(0xAA4466, 0xE07A9A), Mark.HOLLOW_DIAMOND, Dash.SHORT),
          new Look(new Shade(0x44AA99, 0x66CCBB), Mark.SQUARE, Dash.MIXED),
          new Look(new Shade(0x661100, 0xD08070), Mark.RING, Dash.LONG),
          new Look(new Shade(0x999933, 0xCCCC66), Mark.TRIANGLE, Dash.SHORT));

  static {
    KNOWN_STRATEGIES.put(
        "direct", new Look(new Shade(0x45494F, 0xD0D4DA), Mark.DISC, Dash.REFERENCE));
    KNOWN_STRATEGIES.put(
        "null", new Look(new Shade(0xA0A4AA, 0x858B93), Mark.RING, Dash.REFERENCE));
    KNOWN_STRATEGIES.put("copy", new Look(new Shade(0xE69F00, 0xF0B429), Mark.SQUARE, Dash.SOLID));
    KNOWN_STRATEGIES.put(
        "user-iovec", new Look(new Shade(0xCC79A7, 0xE29BC4), Mark.HOLLOW_TRIANGLE, Dash.LONG));
    KNOWN_STRATEGIES.put(
        "mach-2", new Look(new Shade(0x8C510A, 0xC98F4B), Mark.HOLLOW_DIAMOND, Dash.LONG));
    KNOWN_STRATEGIES.put(
        "mach-3", new Look(new Shade(0xD55E00, 0xF57C24), Mark.DIAMOND, Dash.SOLID));
    KNOWN_STRATEGIES.put(
        "mach-xnu", new Look(new Shade(0x7B3FA0, 0xB98AE0), Mark.HOLLOW_WEDGE, Dash.MIXED));
    KNOWN_STRATEGIES.put("fd", new Look(new Shade(0x56B4E9, 0x7CCBF5), Mark.RING, Dash.SHORT));
    KNOWN_STRATEGIES.put(
        "vm-object", new Look(new Shade(0x0072B2, 0x3D9FE0), Mark.DISC, Dash.SOLID));
    KNOWN_STRATEGIES.put(
        "registered", new Look(new Shade(0x009E73, 0x22C297), Mark.TRIANGLE, Dash.SOLID));
    KNOWN_STRATEGIES.put("fbufs", new Look(new Shade(0xB5A300, 0xDCCB3A), Mark.FRAME, Dash.MIXED));

    KNOWN_STRATEGIES.put(
        "task-port", new Look(new Shade(0xA3123A, 0xF0607F), Mark.WEDGE, Dash.SHORT));
    KNOWN_STRATEGIES.put(
        "memory-entry", new Look(new Shade(0x5C6B1E, 0xA3B855), Mark.FRAME, Dash.LONG));

    KNOWN_CATEGORIES.put("copy", new Shade(0xC2410C, 0xEA6A2E));
    KNOWN_CATEGORIES.put("touch", new Shade(0xF5A970, 0xF7BE93));
    KNOWN_CATEGORIES.put("map", new Shade(0x0B6B50, 0x1F9E7A));
    KNOWN_CATEGORIES.put("fault", new Shade(0x34B28A, 0x55CFA8));
    KNOWN_CATEGORIES.put("tlb", new Shade(0xA3DEC8, 0xB4EBD7));
    KNOWN_CATEGORIES.put("messaging", new Shade(0x134B8A, 0x3B7CC9));
    KNOWN_CATEGORIES.put("trap", new Shade(0x3D86CF, 0x6AA9E8));
    KNOWN_CATEGORIES.put("switch", new Shade(0x7FB4E6, 0x9CC8F2));
    KNOWN_CATEGORIES.put("wakeup", new Shade(0xBAD7F2, 0xCBE2F8));
    KNOWN_CATEGORIES.put("pin", new Shade(0x5B3A92, 0x8663C4));
    KNOWN_CATEGORIES.put("iommu", new Shade(0x8A68BD, 0xA88ADB));
    KNOWN_CATEGORIES.put("driver", new Shade(0xB39AD8, 0xC3AEE6));
    KNOWN_CATEGORIES.put("interrupt", new Shade(0xD8CBEB, 0xDDD1F0));
    KNOWN_CATEGORIES.put("metadata", new Shade(0x8D949C, 0x9AA2AB));
  }

  private final Map<String, Look> strategies;
  private final Map<String, Shade> categories;

  private Palette(Map<String, Look> strategies, Map<String, Shade> categories) {
    this.strategies = strategies;
    this.categories = categories;
  }

  /** Names that are not known take spare colours in the order in which they are given. */
  public static Palette of(List<String> strategies, List<String> categories) {
    return new Palette(
        withSpares(KNOWN_STRATEGIES, SPARE, strategies),
        withSpares(KNOWN_CATEGORIES, SPARE.stream().map(Look::shade).toList(), categories));
  }

  Shade strategy(String name) {
    return look(name).shade();
  }

  Look look(String strategy) {
    return strategies.getOrDefault(strategy, SPARE.getFirst());
  }

  /** By which a page refers to a strategy's colour. */
  public int swatch(String strategy) {
    return List.copyOf(strategies.keySet()).indexOf(strategy);
  }

  /** The strategies' colours, each at its {@link #swatch}. */
  public List<Shade> swatches() {
    return strategies.values().stream().map(Look::shade).toList();
  }

  Shade category(String name) {
    return categories.getOrDefault(name, SPARE.getFirst().shade());
  }

  /** Every colour that a picture may contain. */
  public List<Shade> shades() {
    Set<Shade> all =
        new LinkedHashSet<>(
            List.of(Shade.PAPER, Shade.INK, Shade.FAINT_INK, Shade.GRID, Shade.AXIS, Shade.ALARM));
    all.addAll(List.of(HALVED, DOUBLED));
    all.addAll(swatches());
    all.addAll(categories.values());
    return new ArrayList<>(all);
  }

  private static <T> Map<String, T> withSpares(
      Map<String, T> known, List<T> spares, List<String> names) {
    Map<String, T> all = new LinkedHashMap<>(known);
    for (String name : names) {
      all.putIfAbsent(name, spares.get((all.size() - known.size()) % spares.size()));
    }
    return all;
  }
}
