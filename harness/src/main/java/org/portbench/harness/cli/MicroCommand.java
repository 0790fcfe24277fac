package org.portbench.harness.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.portbench.harness.experiment.ExperimentException;
import org.portbench.harness.micro.BenchProcess;
import org.portbench.harness.micro.Menu;
import org.portbench.results.store.MicroStore;
import org.portbench.strategies.Strategies;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Measures portbench itself. */
@Command(
    name = "micro",
    sortOptions = false,
    customSynopsis = "portbench micro [PATTERN] [OPTIONS]",
    description = {
      "Measures how fast portbench itself is, by JMH: its event queue, TLB, page tables and",
      "recorder in nanoseconds an operation, whole modeled I/O of each strategy in I/Os a second",
      "of one core, and the bytes of heap that each allocates. Takes up to ten minutes."
    })
final class MicroCommand implements Callable<Integer> {
  private static final String NAME = "micro";

  @ParentCommand PortbenchCommand portbench;

  @Parameters(
      arity = "0..1",
      paramLabel = "PATTERN",
      description =
          "Only benchmarks whose names hold a match of this regular expression: queue, tlb, pages,"
              + " recorder, io, io.*copy, queue.*1024. Default: all.")
  String pattern;

  @Option(
      names = "--quick",
      description =
          "A rough look in a minute or two; unless PATTERN asks for more, I/Os of 4k only.")
  boolean quick;

  @Option(names = "--list", description = "Lists the benchmarks' names and runs none.")
  boolean list;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = {
        "Where micro.json, micro.log and the report are kept; a directory that holds a run is"
            + " refused.",
        "Default: results/runs/TIME-micro in portbench's own folder."
      })
  Path out;

  @Mixin HelpOption help;

  @Override
  public Integer call() throws IOException {
    Surroundings surroundings = portbench.surroundings();
    Menu menu = chosen();
    if (list) {
      menu.items().forEach(item -> surroundings.out().println(item.name()));
      return ExitCode.PASSED;
    }
    BenchProcess process = new BenchProcess(surroundings.home());
    RunFolder folder = RunFolder.of(out, surroundings.home(), NAME);
    MicroStore store = MicroStore.create(folder.path());
    return new MicroSession(portbench, folder, store, menu).run(process, quick);
  }

  private Menu chosen() {
    Menu menu = Menu.of(new Strategies(MicroCommand.class.getClassLoader()));
    if (pattern == null) {
      return quick ? menu.rough() : menu;
    }
    try {
      Menu matching = menu.matching(Pattern.compile(pattern));
      if (matching.items().isEmpty()) {
        throw new ExperimentException(
            "no benchmark's name matches '" + pattern + "'; portbench micro --list names them");
      }
      return matching;
    } catch (PatternSyntaxException e) {
      throw new ExperimentException(
          "'" + pattern + "' is no regular expression: " + e.getDescription());
    }
  }
}
