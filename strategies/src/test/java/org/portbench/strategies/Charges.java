package org.portbench.strategies;

import java.util.Map;
import java.util.TreeMap;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Ledger;
import org.portbench.hardware.cost.Meter;
import org.portbench.hardware.cost.Primitive;

/** What was charged how often since the last look. */
public final class Charges implements Ledger {
  private final Map<String, Long> times = new TreeMap<>();

  public Charges(Meter meter) {
    meter.attach(this);
  }

  @Override
  public void charged(Category category, String what, long count, long ps) {
    if (count > 0) {
      times.merge(what, count, Long::sum);
    }
  }

  @Override
  public void step(String what) {}

  /** All that was charged since the last call. */
  public Map<String, Long> take() {
    Map<String, Long> taken = new TreeMap<>(times);
    times.clear();
    return taken;
  }

  public long of(Primitive primitive) {
    return times.getOrDefault(primitive.name(), 0L);
  }

  public long of(String what) {
    return times.getOrDefault(what, 0L);
  }
}
