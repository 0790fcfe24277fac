package org.portbench.strategies.builtin;

import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.StrategyContract;

class FdStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new FdStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }
}
