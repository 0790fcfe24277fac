package org.portbench.strategies;

/**
 * What every strategy has to keep to. A strategy's test is a subclass that makes the strategy and
 * says what it promises; the kernel, a machine in several variants and the way of the requests are
 * here.
 *
 * <pre>{@code
 * class MyStrategyTest extends StrategyContract {
 *   @Override public MessagingStrategy strategy() { return new MyStrategy(); }
 *   @Override public Isolation isolation() { return Isolation.SNAPSHOT; }
 * }
 * }</pre>
 */
public abstract class StrategyContract
    implements PayloadContract,
        IsolationContract,
        ConservationContract,
        QueueContract,
        RefusalContract {

  /** A new instance each time. */
  @Override
  public abstract MessagingStrategy strategy();

  /** Between tasks. */
  @Override
  public abstract Isolation isolation();

  /** Between the last task and the driver, if it is not the same. */
  @Override
  public Isolation isolationAtDriver() {
    return isolation();
  }
}
