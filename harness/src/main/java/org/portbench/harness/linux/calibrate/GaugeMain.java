package org.portbench.harness.linux.calibrate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * The process that measures, all of it on one CPU. It says on its output, a line each, what came of
 * every quantity, and ends with its input, so that it outlives nobody.
 */
public final class GaugeMain {
  private static final int WARM_UPS = 6;

  private GaugeMain() {}

  /**
   * @param args how many rounds, this CPU, another one or -1, a directory for the device's file
   */
  public static void main(String[] args) {
    Thread watch = new Thread(GaugeMain::endWithInput, "watch");
    watch.setDaemon(true);
    watch.start();
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Bench bench = new Bench()) {
      open(bench, Integer.parseInt(args[1]), Integer.parseInt(args[2]), Path.of(args[3]), out);
      rounds(bench, Integer.parseInt(args[0]), out);
    }
  }

  private static void endWithInput() {
    try {
      while (System.in.read() >= 0) {
        // Nobody says anything.
      }
    } catch (IOException e) {
      // That is an end, too.
    }
    Runtime.getRuntime().halt(0);
  }

  private static void open(Bench bench, int cpu, int other, Path directory, PrintStream out) {
    int pageBytes = PageSize.here();
    bench.open(CallProbes.quantities(), CallProbes::new);
    bench.open(MemoryProbes.quantities(), () -> new MemoryProbes(CacheSizes.here()));
    bench.open(MessageProbes.quantities(), () -> new MessageProbes(bench));
    bench.open(HopProbes.quantities(), () -> new HopProbes(bench, cpu, other));
    bench.open(MapProbes.quantities(), () -> new MapProbes(bench, pageBytes));
    bench.open(ShootdownProbes.quantities(), () -> new ShootdownProbes(bench, pageBytes, other));
    bench.open(PinProbes.quantities(), () -> new PinProbes(bench, pageBytes));
    bench.open(SpliceProbes.quantities(), () -> new SpliceProbes(bench, pageBytes));
    bench.open(
        DeviceProbes.quantities(),
        () -> {
          DeviceProbes device = new DeviceProbes(bench, directory);
          out.println("block " + device.blockBytes());
          return device;
        });
    requireAll(bench);
  }

  /** Where there is one CPU, what takes two is left out. */
  private static void requireAll(Bench bench) {
    Set<Quantity> missing = EnumSet.allOf(Quantity.class);
    bench.probes().forEach(probe -> missing.remove(probe.quantity()));
    missing.forEach(quantity ->
        bench.refused().putIfAbsent(quantity, "takes a second CPU, and this process has one"));
  }

  /** Batches of all quantities take turns, so that a disturbance hits one of each. */
  private static void rounds(Bench bench, int rounds, PrintStream out) {
    List<Probe> probes = bench.probes();
    for (int i = 0; i < WARM_UPS; i++) {
      probes.forEach(probe -> probe.batch().run());
      out.println("round 0");
    }
    Map<Quantity, double[]> batches = new EnumMap<>(Quantity.class);
    probes.forEach(probe -> batches.put(probe.quantity(), new double[rounds]));
    for (int i = 0; i < rounds; i++) {
      for (Probe probe : probes) {
        batches.get(probe.quantity())[i] = probe.batch().run();
      }
      out.println("round " + (i + 1));
    }
    batches.forEach((quantity, all) -> out.println("measured " + quantity + " " + text(all)));
    bench.refused().forEach((quantity, why) -> out.println("refused " + quantity + " " + why));
    out.println("done");
  }

  private static String text(double... batches) {
    return DoubleStream.of(batches)
        .mapToObj(value -> String.format(Locale.ROOT, "%.3f", value))
        .collect(Collectors.joining(" "));
  }
}
