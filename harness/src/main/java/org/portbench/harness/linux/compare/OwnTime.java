package org.portbench.harness.linux.compare;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Ledger;

/**
 * Adds up what the model's client does with its own data, which is no part of passing it: it writes
 * the data before it sends, and looks at it once a reply is there. Where several operations are
 * under way, what is looked at counts for the last one asked; the mean is the same. The tier on
 * Linux takes the time between the two.
 */
final class OwnTime implements Ledger {
  private static final String ASKS = "client asks";
  private static final String ANSWERED = "client receives the reply";
  private static final Set<Category> LOOKING =
      EnumSet.of(Category.TOUCH, Category.FAULT, Category.TLB);

  private String step = "";
  private final List<Long> ps = new ArrayList<>();

  @Override
  public void step(String what) {
    step = what;
    if (what.equals(ASKS)) {
      ps.add(0L);
    }
  }

  @Override
  public void charged(Category category, String what, long times, long charged) {
    boolean looks = step.equals(ANSWERED) && LOOKING.contains(category);
    if (step.equals(ASKS) || looks) {
      ps.set(ps.size() - 1, ps.getLast() + charged);
    }
  }

  /** For an operation, of the last ones: those before are warm-up. */
  long nsOfLast(long operations) {
    int from = (int) Math.max(0, ps.size() - operations);
    return (long)
        (ps.subList(from, ps.size()).stream().mapToLong(each -> each).average().orElse(0) / 1000);
  }
}
