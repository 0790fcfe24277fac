package org.portbench.strategies.builtin;

import org.portbench.strategies.Isolation;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.StrategyContract;

class Mach3StrategyTest extends StrategyContract {
  @Override
  public MessagingStrategy strategy() {
    return new Mach3Strategy();
  }

  @Override
  public Isolation isolation() {
    return Isolation.SNAPSHOT;
  }

  /**
   * Pages that are listed for a device are busy, which only stops faults: mappings go on working.
   */
  @Override
  public Isolation isolationAtDriver() {
    return Isolation.LIVE;
  }
}
