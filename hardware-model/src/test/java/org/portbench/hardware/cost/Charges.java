package org.portbench.hardware.cost;

import java.util.ArrayList;
import java.util.List;

/** Writes down every charge, a line each: category, what, how often, the whole charge. */
public final class Charges implements Ledger {
  private final List<String> lines = new ArrayList<>();

  @Override
  public void charged(Category category, String what, long times, long ps) {
    lines.add(category + " " + what + " " + times + " " + ps);
  }

  @Override
  public void step(String what) {}

  /** What was charged since the last time. */
  public List<String> taken() {
    List<String> taken = List.copyOf(lines);
    lines.clear();
    return taken;
  }
}
