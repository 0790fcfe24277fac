package org.portbench.results.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/**
 * The same cells in the model and on a machine.
 *
 * @param machine the profile's name
 * @param notes what is compared with what, and what is missing
 */
public record Agreement(String machine, List<String> notes, List<ComparedCell> cells) {
  public static final int SCHEMA_VERSION = 1;

  public Agreement {
    notes = List.copyOf(notes);
    cells = List.copyOf(cells);
  }

  public long compared() {
    return cells.stream().filter(ComparedCell::compared).count();
  }

  /** Of the errors of latency, whichever way they go. */
  public Optional<BigDecimal> medianErrorPercent() {
    return medianError(cells, ComparedCell::errorPercent);
  }

  /** The same of CPU time. */
  public Optional<BigDecimal> medianCpuErrorPercent() {
    return medianError(cells, ComparedCell::cpuErrorPercent);
  }

  /** The median of some cells' errors, whichever way they go. */
  public static Optional<BigDecimal> medianError(
      List<ComparedCell> cells, Function<ComparedCell, Optional<BigDecimal>> error) {
    List<BigDecimal> sorted =
        cells.stream()
            .flatMap(cell -> error.apply(cell).stream())
            .map(BigDecimal::abs)
            .sorted()
            .toList();
    if (sorted.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal upper = sorted.get(sorted.size() / 2);
    BigDecimal lower = sorted.get((sorted.size() - 1) / 2);
    return Optional.of(upper.add(lower).divide(BigDecimal.valueOf(2), 2, RoundingMode.HALF_UP));
  }

  /** Within each size and depth of stack, and all pairs of these together. */
  public Ranks ranks() {
    return Ranks.sum(ranksBySpot().values());
  }

  /** Spots in the order of the cells. */
  public SequencedMap<Spot, List<ComparedCell>> bySpot() {
    SequencedMap<Spot, List<ComparedCell>> spots = new LinkedHashMap<>();
    cells.forEach(cell -> spots.computeIfAbsent(cell.spot(), _ -> new ArrayList<>()).add(cell));
    return spots;
  }

  /** The pairs of each spot, size by size. */
  public SequencedMap<Spot, Ranks> ranksBySpot() {
    SequencedMap<Spot, Ranks> ranks = new LinkedHashMap<>();
    bySpot()
        .forEach((spot, all) -> {
          Map<Long, List<ComparedCell>> bySize = new LinkedHashMap<>();
          all.forEach(
              cell -> bySize.computeIfAbsent(cell.sizeBytes(), _ -> new ArrayList<>()).add(cell));
          ranks.put(spot, Ranks.sum(bySize.values().stream().map(Ranks::of).toList()));
        });
    return ranks;
  }

  /** Of each two strategies of a spot whose order changes with size in either tier. */
  public List<Crossing> crossings() {
    List<Crossing> crossings = new ArrayList<>();
    bySpot()
        .forEach((_, all) -> {
          SequencedMap<String, List<ComparedCell>> byStrategy = new LinkedHashMap<>();
          all.forEach(cell ->
              byStrategy.computeIfAbsent(cell.strategy(), _ -> new ArrayList<>()).add(cell));
          List<NavigableMap<Long, ComparedCell>> lines =
              byStrategy.values().stream().map(Crossing::bySize).toList();
          for (int i = 0; i < lines.size(); i++) {
            for (int j = i + 1; j < lines.size(); j++) {
              Crossing.of(lines.get(i), lines.get(j)).ifPresent(crossings::add);
            }
          }
        });
    return crossings;
  }
}
