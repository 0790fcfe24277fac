package org.portbench.harness.linux.calibrate;

import java.util.EnumSet;
import java.util.Set;
import org.portbench.harness.linux.sys.Packet;
import org.portbench.harness.linux.sys.Usage;

/**
 * Two processes that wake each other in turn. On one CPU their CPU time is all that a hop takes,
 * and others who use the CPU do not count; between two CPUs, what passes beyond it is the way out
 * of idle.
 */
final class HopProbes implements Bench.Group {
  private static final int HOPS = 400;
  private static final int WAKES = 20;
  private static final long REST_NS = 200_000;

  private final Partner partner;
  private final Packet packet;
  private final int cpu;
  private final int otherCpu;

  HopProbes(Bench bench, int cpu, int otherCpu) {
    this.partner = bench.keep(Partner.start());
    this.packet = new Packet(bench.arena(), Partner.PACKET_BYTES);
    this.cpu = cpu;
    this.otherCpu = otherCpu;
  }

  static Set<Quantity> quantities() {
    Set<Quantity> all =
        EnumSet.of(Quantity.HOP_ONE_CPU, Quantity.SOCKET_HOP, Quantity.HOP_TWO_CPUS_WORK);
    all.addAll(EnumSet.of(Quantity.HOP_TWO_CPUS, Quantity.IDLE_WAKE));
    return all;
  }

  @Override
  public void open(Bench bench) {
    bench.add(Quantity.HOP_ONE_CPU, () -> work(cpu));
    bench.add(Quantity.SOCKET_HOP, this::socketHop);
    if (otherCpu >= 0) {
      bench.add(Quantity.HOP_TWO_CPUS_WORK, () -> work(otherCpu));
      bench.add(Quantity.HOP_TWO_CPUS, this::time);
      bench.add(Quantity.IDLE_WAKE, this::idleWake);
    }
  }

  /** CPU time of both for one way. */
  private double work(int partnersCpu) {
    partner.moveTo(partnersCpu);
    long its = partner.cpuNs();
    long own = Usage.threadCpuNs();
    pings();
    own = Usage.threadCpuNs() - own;
    its = partner.cpuNs() - its;
    return (own + its) / (2.0 * HOPS);
  }

  private double time() {
    partner.moveTo(otherCpu);
    partner.pongs();
    double[] took = new double[HOPS];
    for (int i = 0; i < HOPS; i++) {
      long start = System.nanoTime();
      partner.ping();
      took[i] = System.nanoTime() - start;
    }
    return Spread.of(took).median() / 2;
  }

  private void pings() {
    partner.pongs();
    for (int i = 0; i < HOPS; i++) {
      partner.ping();
    }
  }

  private double socketHop() {
    partner.moveTo(cpu);
    long its = partner.cpuNs();
    long own = Usage.threadCpuNs();
    partner.echo(HOPS);
    for (int i = 0; i < HOPS; i++) {
      partner.socket().send(packet, Partner.PACKET_BYTES);
      partner.socket().receive(packet);
    }
    partner.echoed();
    own = Usage.threadCpuNs() - own;
    its = partner.cpuNs() - its;
    return (own + its) / (2.0 * HOPS);
  }

  private double idleWake() {
    partner.moveTo(otherCpu);
    double[] took = new double[WAKES];
    for (int i = 0; i < WAKES; i++) {
      long until = System.nanoTime() + REST_NS;
      while (System.nanoTime() < until) {
        Thread.onSpinWait();
      }
      long start = System.nanoTime();
      took[i] = partner.wakeTimeNs() - start;
    }
    return Spread.of(took).median();
  }
}
