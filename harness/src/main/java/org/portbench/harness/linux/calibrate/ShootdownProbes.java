package org.portbench.harness.linux.calibrate;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.portbench.harness.linux.sys.Affinity;
import org.portbench.harness.linux.sys.Mapping;

/**
 * Withdrawing a translation, alone and while a thread of the same address space runs on another
 * CPU, which then has to be interrupted.
 */
final class ShootdownProbes implements Bench.Group {
  private static final int ROUNDS = 8;
  private static final int PAGES = 16;

  private final List<Mapping> pages;
  private final int pageBytes;
  private final int otherCpu;

  ShootdownProbes(Bench bench, int pageBytes, int otherCpu) {
    this.pages =
        IntStream.range(0, PAGES).mapToObj(_ -> bench.keep(Mapping.populated(pageBytes))).toList();
    this.pageBytes = pageBytes;
    this.otherCpu = otherCpu;
  }

  static Set<Quantity> quantities() {
    return Bench.range(Quantity.WITHDRAW, Quantity.WITHDRAW_SHARED);
  }

  @Override
  public void open(Bench bench) {
    bench.add(Quantity.WITHDRAW, this::withdraw);
    if (otherCpu >= 0) {
      bench.add(Quantity.WITHDRAW_SHARED, this::withdrawShared);
    }
  }

  private double withdraw() {
    Watch watch = new Watch();
    for (int i = 0; i < ROUNDS; i++) {
      pages.forEach(page -> page.memory().set(JAVA_BYTE, pageBytes - 1L, (byte) 1));
      watch.start();
      for (int j = 0; j < PAGES; j++) {
        pages.get(j).advise(Mapping.DONT_NEED);
      }
      watch.stop();
    }
    return watch.nsPer((double) ROUNDS * PAGES);
  }

  private double withdrawShared() {
    Spinner spinner = new Spinner();
    Thread thread = new Thread(() -> spinner.spin(otherCpu), "spinner");
    thread.setDaemon(true);
    thread.start();
    try {
      while (!spinner.running) {
        Thread.onSpinWait();
      }
      return withdraw();
    } finally {
      spinner.done = true;
    }
  }

  private static final class Spinner {
    private volatile boolean running;
    private volatile boolean done;

    void spin(int cpu) {
      new Affinity(List.of(cpu)).applyToThisThread();
      running = true;
      while (!done) {
        Thread.onSpinWait();
      }
    }
  }
}
