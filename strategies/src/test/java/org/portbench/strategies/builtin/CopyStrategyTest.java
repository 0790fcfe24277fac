package org.portbench.strategies.builtin;

import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.StrategyContract;

class CopyStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new CopyStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.SNAPSHOT;
  }
}
