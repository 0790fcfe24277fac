package org.portbench.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.portbench.harness.micro.Item;
import org.portbench.harness.micro.Menu;
import org.portbench.strategies.Strategies;

/**
 * Runs benchmarks by JMH, one after the other, and after each keeps the scores so far: an interrupt
 * loses only what is under way. The name of each that is done goes to standard output.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Takes the directory, how thorough to be, and the items' names. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    Effort effort = Effort.valueOf(args[1]);
    List<String> names = Arrays.asList(args).subList(2, args.length);
    Menu menu = Menu.of(new Strategies(Benchmarks.class.getClassLoader()));
    List<RunResult> scores = new ArrayList<>();
    try (PrintStream log =
        new PrintStream(
            Files.newOutputStream(
                directory.resolve("micro.log"),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8)) {
      OutputFormat chatter = OutputFormatFactory.createFormatInstance(log, VerboseMode.NORMAL);
      for (Item item : menu.items()) {
        if (names.contains(item.name())) {
          scores.addAll(scores(options(item, effort), chatter, log));
          keep(scores, directory.resolve("micro.json"));
          System.out.println(item.name());
        }
      }
    }
  }

  /** None where the benchmark fails, which the log explains. */
  private static Collection<RunResult> scores(
      Options options, OutputFormat chatter, PrintStream log) {
    try {
      return new Runner(options, chatter).run();
    } catch (RunnerException e) {
      e.printStackTrace(log);
      return List.of();
    }
  }

  static Options options(Item item, Effort effort) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + item.benchmark().replace(".", "\\.") + "$")
            .forks(1)
            .warmupIterations(effort.warmUps)
            .warmupTime(effort.iteration(item))
            .measurementIterations(effort.iterations)
            .measurementTime(effort.iteration(item))
            .addProfiler(GCProfiler.class);
    item.parameters().forEach((name, value) -> options.param(name, value));
    return options.build();
  }

  private static void keep(List<RunResult> scores, Path file) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    PrintStream text = new PrintStream(json, true, StandardCharsets.UTF_8);
    ResultFormatFactory.getInstance(ResultFormatType.JSON, text).writeOut(scores);
    Path part = file.resolveSibling("micro.json.part");
    Files.write(part, json.toByteArray());
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** How long each benchmark is run. */
  enum Effort {
    THOROUGH(3, 3, 1000, 1000),
    QUICK(2, 2, 100, 800);

    private final int warmUps;
    private final int iterations;
    private final long partMs;
    private final long wholeMs;

    Effort(int warmUps, int iterations, long partMs, long wholeMs) {
      this.warmUps = warmUps;
      this.iterations = iterations;
      this.partMs = partMs;
      this.wholeMs = wholeMs;
    }

    TimeValue iteration(Item item) {
      return TimeValue.milliseconds(item.wholeIo() ? wholeMs : partMs);
    }
  }
}
