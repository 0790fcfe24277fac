package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import org.portbench.harness.run.Explanation.Charge;

/**
 * Charges as a person reads them: a cycle that repeats, page after page, becomes one round of sums.
 */
final class FoldedCharges {
  private static final int LONGEST_CYCLE = 4;
  private static final int ROUNDS_WORTH_FOLDING = 3;

  private FoldedCharges() {}

  static List<Charge> of(List<Charge> charges) {
    List<Charge> folded = new ArrayList<>();
    for (int at = 0; at < charges.size(); ) {
      int cycle = cycleAt(charges, at);
      int rounds = rounds(charges, at, cycle);
      boolean worth = rounds >= ROUNDS_WORTH_FOLDING;
      for (Charge charge : charges.subList(at, at + (worth ? cycle : 1))) {
        folded.add(worth ? times(charge, rounds) : charge);
      }
      at += worth ? cycle * rounds : 1;
    }
    return folded;
  }

  /** The cycle that covers most from here on. */
  private static int cycleAt(List<Charge> charges, int at) {
    int best = 1;
    for (int cycle = 2; cycle <= LONGEST_CYCLE; cycle++) {
      if (rounds(charges, at, cycle) > 1
          && cycle * rounds(charges, at, cycle) > best * rounds(charges, at, best)) {
        best = cycle;
      }
    }
    return best;
  }

  private static int rounds(List<Charge> charges, int at, int cycle) {
    int end = at + cycle;
    while (end < charges.size() && charges.get(end).equals(charges.get(end - cycle))) {
      end++;
    }
    return end > charges.size() ? 0 : (end - at) / cycle;
  }

  private static Charge times(Charge charge, int rounds) {
    return new Charge(
        charge.category(), charge.what(), charge.times() * rounds, charge.ps() * rounds);
  }
}
