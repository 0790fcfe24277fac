package org.portbench.hardware.cost;

/** Sees every charge as it is made; {@code explain} is one. */
public interface Ledger {

  /** Sees nothing. */
  Ledger NONE =
      new Ledger() {
        @Override
        public void charged(Category category, String what, long times, long ps) {}

        @Override
        public void step(String what) {}
      };

  /**
   * @param times how often; {@code ps} is the whole charge
   */
  void charged(Category category, String what, long times, long ps);

  /** What happens next, in words: the actor and what it does. */
  void step(String what);
}
