package org.portbench.harness.linux.sys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnLinux
final class FutexTest {
  @AutoClose private final Memfd object = Memfd.of(4096);
  @AutoClose private final Mapping one = object.map();
  @AutoClose private final Mapping other = object.map();

  @Test
  void whoSleepsIsWokenThroughAnotherMappingOfTheWord() throws InterruptedException {
    Futex sleeping = new Futex(one.memory(), 64);
    Futex waking = new Futex(other.memory(), 64);
    Thread sleeper =
        new Thread(() -> {
          while (sleeping.value() == 0) {
            sleeping.await(0);
          }
        });
    sleeper.start();
    waking.set(1);
    waking.wake();
    sleeper.join();
    assertEquals(1, sleeping.value());
  }

  @Test
  void nobodySleepsOnAWordThatHasChanged() {
    Futex futex = new Futex(one.memory(), 0);
    futex.set(3);
    futex.await(2);
    assertEquals(3, futex.add(4));
    assertEquals(7, futex.value());
  }

  @Test
  void aSleepEndsWithItsTime() {
    assertFalse(new Futex(one.memory(), 0).await(0, 1_000_000));
  }
}
