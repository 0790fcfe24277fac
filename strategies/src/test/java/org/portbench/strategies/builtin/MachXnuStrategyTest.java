package org.portbench.strategies.builtin;

import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.StrategyContract;

class MachXnuStrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new MachXnuStrategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.SNAPSHOT;
  }

  @Override
  public Isolation isolationAtDriver() {
    return Isolation.LIVE;
  }
}
