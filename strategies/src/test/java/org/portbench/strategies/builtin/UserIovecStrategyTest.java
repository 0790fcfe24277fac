package org.portbench.strategies.builtin;

import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.StrategyContract;

class UserIovecStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new UserIovecStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }
}
