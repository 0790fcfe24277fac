package org.portbench.harness.linux.calibrate;

import java.lang.foreign.Arena;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.portbench.harness.linux.sys.SystemCallException;

/**
 * The probes of a calibration and what they need. A group whose set-up, or first batch, the kernel
 * refuses is left out with the reason; the others are measured.
 */
final class Bench implements AutoCloseable {
  private final List<Probe> probes = new ArrayList<>();
  private final Map<Quantity, String> refused = new EnumMap<>(Quantity.class);
  private final Arena arena = Arena.ofConfined();
  private final Deque<AutoCloseable> kept = new ArrayDeque<>();

  /** Some probes that are set up together. */
  interface Group {
    void open(Bench bench);
  }

  /**
   * @param quantities what the group measures
   */
  void open(Set<Quantity> quantities, Supplier<Group> group) {
    int before = probes.size();
    try {
      group.get().open(this);
      probes.subList(before, probes.size()).forEach(probe -> probe.batch().run());
    } catch (SystemCallException | UnsupportedOperationException e) {
      probes.subList(before, probes.size()).clear();
      quantities.forEach(quantity -> refused.put(quantity, e.getMessage()));
    }
  }

  void add(Quantity quantity, Probe.Batch batch) {
    probes.add(new Probe(quantity, batch));
  }

  /** Memory that lasts as long as the bench. */
  Arena arena() {
    return arena;
  }

  /** Closed with the bench, in reverse order. */
  <T extends AutoCloseable> T keep(T resource) {
    kept.push(resource);
    return resource;
  }

  List<Probe> probes() {
    return List.copyOf(probes);
  }

  Map<Quantity, String> refused() {
    return refused;
  }

  static Set<Quantity> range(Quantity first, Quantity last) {
    return EnumSet.range(first, last);
  }

  @Override
  public void close() {
    while (!kept.isEmpty()) {
      try (AutoCloseable _ = kept.pop()) {
        // Closing is all there is to do.
      } catch (Exception e) {
        throw new IllegalStateException("cannot give back what a measurement took", e);
      }
    }
    arena.close();
  }
}
