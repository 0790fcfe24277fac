package org.portbench.harness.linux.calibrate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.portbench.harness.linux.sys.Affinity;

/**
 * A calibration of this machine: a process that does nothing else measures, pinned to a CPU.
 *
 * @param rounds batches of each quantity that count
 * @param directory where the device's file is made
 */
public record Calibration(int rounds, Path directory) {
  public static final int THOROUGH_ROUNDS = 41;
  public static final int QUICK_ROUNDS = 9;
  private static final int NONE = -1;

  /**
   * What a calibration found.
   *
   * @param blockBytes of the device, or 0 where there is none
   */
  public record Outcome(Readings readings, int blockBytes) {}

  /**
   * @param progress is told each round that is done
   */
  public Outcome run(IntConsumer progress) {
    Process gauge = start();
    Thread ending = new Thread(gauge::destroyForcibly, "ends the gauge");
    Runtime.getRuntime().addShutdownHook(ending);
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(gauge.getInputStream(), StandardCharsets.UTF_8))) {
      return listen(lines, progress);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      gauge.destroyForcibly();
      Runtime.getRuntime().removeShutdownHook(ending);
    }
  }

  /** On the first CPU that this process may use; what it starts stays there. */
  private Process start() {
    Affinity before = Affinity.ofThisThread();
    int first = before.cpus().getFirst();
    int other = before.cpus().size() > 1 ? before.cpus().get(1) : NONE;
    new Affinity(List.of(first)).applyToThisThread();
    try {
      return new OwnJava(GaugeMain.class)
          .start(
              Integer.toString(rounds),
              Integer.toString(first),
              Integer.toString(other),
              directory.toAbsolutePath().toString());
    } finally {
      before.applyToThisThread();
    }
  }

  private static Outcome listen(BufferedReader lines, IntConsumer progress) throws IOException {
    Map<Quantity, Spread> measured = new EnumMap<>(Quantity.class);
    Map<Quantity, String> refused = new EnumMap<>(Quantity.class);
    int blockBytes = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] words = line.split(" ", 3);
      switch (words[0]) {
        case "round" -> progress.accept(Integer.parseInt(words[1]));
        case "block" -> blockBytes = Integer.parseInt(words[1]);
        case "measured" -> measured.put(Quantity.valueOf(words[1]), spread(words[2]));
        case "refused" -> refused.put(Quantity.valueOf(words[1]), words[2]);
        case "done" -> {
          return new Outcome(new Readings(measured, refused), blockBytes);
        }
        default -> {}
      }
    }
    throw new CalibrationException("the measuring process ended before it was done");
  }

  private static Spread spread(String batches) {
    return Spread.of(Stream.of(batches.split(" ")).mapToDouble(Double::parseDouble).toArray());
  }
}
