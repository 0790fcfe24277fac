package org.portbench.results.claim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.portbench.results.CellIdentity;
import org.portbench.results.Measurement;
import org.portbench.results.TrialResult;

/**
 * The cells that may be compared: all that they have in common but the strategy.
 *
 * @param key what they have in common
 * @param cells by strategy
 */
record Setting(Key key, SequencedMap<String, TrialResult> cells) {

  private static final String TOUCH = "touch";
  private static final String TOUCH_SHARE = "touchShare";
  private static final long ALL = 100;

  record Key(
      String tier, String machine, String stack, String workload, long seed, long operations) {

    static Key of(CellIdentity cell) {
      return new Key(
          cell.tier(),
          cell.machine(),
          cell.stack(),
          cell.workload(),
          cell.seed(),
          cell.operations());
    }

    Key anyStack() {
      return new Key(tier, machine, "", workload, seed, operations);
    }
  }

  /** In the order in which the run has them. */
  static List<Setting> of(List<TrialResult> cells) {
    Map<Key, SequencedMap<String, TrialResult>> byKey = new LinkedHashMap<>();
    for (TrialResult cell : cells) {
      byKey
          .computeIfAbsent(Key.of(cell.identity()), _ -> new LinkedHashMap<>())
          .put(cell.identity().strategy(), cell);
    }
    return byKey.entrySet().stream().map(e -> new Setting(e.getKey(), e.getValue())).toList();
  }

  Optional<TrialResult> cell(String strategy) {
    return Optional.ofNullable(cells.get(strategy));
  }

  /** Whether a layer between client and device reads or writes the data that passes. */
  boolean layersTouchData() {
    return cells.values().stream()
        .anyMatch(c -> "data".equals(c.parameters().get(TOUCH)) && touchShare() > 0);
  }

  /** Of how many requests in a hundred layers touch what they touch. */
  long touchShare() {
    return cells.values().stream()
        .map(cell -> cell.parameters().get(TOUCH_SHARE))
        .filter(share -> share != null && share.matches("[0-9]{1,3}"))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(ALL);
  }

  /** What two settings share that differ in nothing but what their layers do with the data. */
  record Kin(Key anyStack, Map<String, String> knobs) {}

  Kin kin() {
    Map<String, String> knobs = new TreeMap<>(cells.firstEntry().getValue().parameters());
    knobs.remove(TOUCH);
    knobs.remove(TOUCH_SHARE);
    return new Kin(key.anyStack(), knobs);
  }

  /** The machine it ran on, in words. */
  String machine() {
    return key.machine() + (key.tier().equals("model") ? "" : ", " + key.tier());
  }

  /** The machine and the stack. */
  String place() {
    return machine() + " (" + key.stack() + ")";
  }

  /** Mean size of a request; the same for all strategies that passed. */
  long requestBytes() {
    Metric size = Metric.named(Measurement.REQUEST_BYTES);
    return cells.values().stream()
        .filter(TrialResult::passed)
        .mapToLong(cell -> size.of(cell).orElse(0))
        .max()
        .orElse(0);
  }
}
