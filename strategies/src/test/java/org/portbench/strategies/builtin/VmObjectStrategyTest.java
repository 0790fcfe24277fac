package org.portbench.strategies.builtin;

import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.StrategyContract;

class VmObjectStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new VmObjectStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.LIVE;
  }
}
