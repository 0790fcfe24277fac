package org.portbench.harness.run;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.portbench.hardware.Machine;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.Ledger;
import org.portbench.strategies.MessagingStrategy;

/**
 * One I/O on a warm machine, step by step, with every charge in the order in which it was made.
 *
 * @param latencyPs by the machine's clock, from the moment the client asks until it would ask again
 */
public record Explanation(Cell cell, List<Step> steps, long latencyPs) {

  /**
   * @param atPs since the client asked
   * @param counted what the step changed, as counters say
   */
  public record Step(
      String what, long atPs, List<Charge> charges, SortedMap<Counter, Long> counted) {}

  /** Charges of one kind and price that follow each other, as one. */
  public record Charge(Category category, String what, long times, long ps) {}

  public static Explanation of(Cell cell, MessagingStrategy strategy) {
    Trial trial = new Trial(cell, strategy);
    Recording recording = new Recording(trial.machine());
    trial.watch(recording);
    return recording.explanation(cell);
  }

  public long chargedPs() {
    return steps.stream().flatMap(s -> s.charges().stream()).mapToLong(Charge::ps).sum();
  }

  /**
   * Of the watched operations the second: the first wakes the client, the last is followed by
   * nothing.
   */
  private static final class Recording implements Ledger {
    private static final String BEGINS = "client asks";

    private final Machine machine;
    private final List<Step> steps = new ArrayList<>();
    private long[] counters = new long[Counter.values().length];
    private int begun;
    private long startPs;
    private long endPs;

    Recording(Machine machine) {
      this.machine = machine;
    }

    @Override
    public void step(String what) {
      closeStep();
      if (what.startsWith(BEGINS)) {
        begun++;
        startPs = begun == 2 ? machine.nowPs() : startPs;
        endPs = begun == 3 ? machine.nowPs() : endPs;
      }
      if (begun == 2) {
        steps.add(new Step(what, machine.nowPs() - startPs, new ArrayList<>(), new TreeMap<>()));
      }
    }

    @Override
    public void charged(Category category, String what, long times, long ps) {
      if (begun == 2) {
        List<Charge> charges = steps.getLast().charges();
        Charge charge = new Charge(category, what, times, ps);
        if (!charges.isEmpty() && sameKind(charges.getLast(), charge)) {
          Charge last = charges.removeLast();
          charge = new Charge(category, what, last.times + times, last.ps + ps);
        }
        charges.add(charge);
      }
    }

    private static boolean sameKind(Charge a, Charge b) {
      return a.category == b.category && a.what.equals(b.what) && a.ps * b.times == b.ps * a.times;
    }

    private void closeStep() {
      long[] before = counters;
      counters = new long[before.length];
      for (Counter counter : Counter.values()) {
        counters[counter.ordinal()] = machine.meter().counter(counter);
        long change = counters[counter.ordinal()] - before[counter.ordinal()];
        if (begun == 2 && change != 0) {
          steps.getLast().counted().put(counter, change);
        }
      }
    }

    Explanation explanation(Cell cell) {
      if (begun < 3) {
        throw new IllegalStateException("the client asked " + begun + " times, not thrice");
      }
      return new Explanation(cell, List.copyOf(steps), endPs - startPs);
    }
  }
}
