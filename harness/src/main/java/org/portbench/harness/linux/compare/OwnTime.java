package org.portbench.harness.linux.compare;

import java.util.EnumSet;
import java.util.Set;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Ledger;

/**
 * Adds up what the model's client does with its own data, which is no part of passing it: it writes
 * the data before it sends, and looks at it once a reply is there. The tier on Linux takes the time
 * between the two.
 */
final class OwnTime implements Ledger {
  private static final String ASKS = "client asks";
  private static final String ANSWERED = "client receives the reply";
  private static final Set<Category> LOOKING =
      EnumSet.of(Category.TOUCH, Category.FAULT, Category.TLB);

  private String step = "";
  private long operations;
  private long ps;

  @Override
  public void step(String what) {
    step = what;
    operations += what.equals(ASKS) ? 1 : 0;
  }

  @Override
  public void charged(Category category, String what, long times, long charged) {
    boolean looks = step.equals(ANSWERED) && LOOKING.contains(category);
    ps += step.equals(ASKS) || looks ? charged : 0;
  }

  /** For an operation. */
  long ns() {
    return operations == 0 ? 0 : ps / operations / 1000;
  }
}
