package org.portbench.strategies.builtin;

import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.StrategyContract;

class Mach2StrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new Mach2Strategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.SNAPSHOT;
  }
}
