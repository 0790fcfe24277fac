package org.portbench.strategies.builtin;

import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.StrategyContract;

class RegisteredStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new RegisteredStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }
}
