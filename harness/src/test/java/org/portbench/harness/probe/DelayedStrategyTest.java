package org.portbench.harness.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portbench.strategies.MessagingStrategy;

class DelayedStrategyTest {
  private static final long SIZE_BYTES = 4096;

  /** On which the share of a read's delay rests that each message has. */
  @Test
  void aRead_isSixMessages() {
    int[] sends = {0};
    DelayedStrategy delayed = new DelayedStrategy(Reads.strategy("copy"));
    MessagingStrategy counted =
        (MessagingStrategy)
            Proxy.newProxyInstance(
                DelayedStrategyTest.class.getClassLoader(),
                new Class<?>[] {MessagingStrategy.class},
                (_, method, args) -> {
                  sends[0] += method.getName().equals("send") ? 1 : 0;
                  try {
                    return method.invoke(delayed, args);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    Reads reads = new Reads(counted, SIZE_BYTES);
    int before = sends[0];
    reads.onceNs();
    int ofIteration = sends[0] - before;
    assertEquals(0, ofIteration % Injection.MESSAGES_OF_READ);
    assertEquals(400, ofIteration / Injection.MESSAGES_OF_READ);
  }

  @Test
  void theDelay_isSharedByMessages_orOneHasAll() {
    for (Injection injection : List.of(new Injection(10, 1), new Injection(100, 50))) {
      List<String> given = new ArrayList<>();
      DelayedStrategy strategy =
          new DelayedStrategy(Reads.strategy("copy")) {
            @Override
            void delay(double delayNs, int every) {
              given.add(delayNs + " ns every " + every);
            }
          };
      injection.into(strategy, () -> 6000);
      assertEquals(
          List.of(injection.every() == 1 ? "100.0 ns every 1" : "6000.0 ns every 300"), given);
    }
  }

  /** Less than a step is owed, so that many short delays are as long as one long one. */
  @Test
  void spinning_takesAsManySteps_inPartsAsAtOnce() {
    Spin spin = new Spin();
    double stepNs = spin.stepNs();
    assertTrue(stepNs > 0);
    for (int i = 0; i < 1000; i++) {
      spin.forNs(0.25 * stepNs);
    }
    assertTrue(Math.abs(spin.steps() - 250) <= 1);
    spin.forNs(250 * stepNs);
    assertTrue(Math.abs(spin.steps() - 500) <= 1);
  }
}
