package org.portbench.harness.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.portbench.harness.experiment.Experiments;
import org.portbench.harness.experiment.Plan;
import org.portbench.harness.experiment.Planner;
import org.portbench.harness.experiment.Plugins;
import org.portbench.harness.gate.selftest.Portbench;
import org.portbench.harness.gate.selftest.SelfTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Tries whether the gate fails where it must, and only there. */
@Command(
    name = "selftest",
    sortOptions = false,
    description = {
      "Tries the gate: one unit of each price, count and metric must be noticed, what is irrelevant"
          + " must not, and whatever is damaged must end in its exit code. Takes up to a minute.",
      "Ends with 0 where all of that is so, and 1 where it is not."
    })
final class GateSelftestCommand implements Callable<Integer> {
  private static final String SUITE = "ci";

  @ParentCommand GateCommand gate;

  @Mixin JobsOption jobs;

  @Mixin HelpOption help;

  @Override
  public Integer call() throws IOException {
    Surroundings surroundings = gate.portbench.surroundings();
    Plugins plugins = Plugins.of(List.of());
    Plan plan = new Planner(Experiments.find(SUITE), plugins.names(), Map.of()).plan();
    try (ScratchFolder scratch = ScratchFolder.make("portbench-selftest")) {
      SelfTest test =
          new SelfTest(
              plan,
              plugins.strategies(),
              jobs.threads(),
              arguments -> answer(arguments, scratch),
              Main.class.getName(),
              scratch.path());
      return test.run(surroundings.out()::println) ? ExitCode.PASSED : ExitCode.REGRESSION;
    }
  }

  private static Portbench.Answer answer(List<String> arguments, ScratchFolder home) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings surroundings =
        new Surroundings(
            stream(OutputStream.nullOutputStream()), stream(err), Map.of(), false, home.path());
    int code = Main.run(arguments, surroundings);
    return new Portbench.Answer(code, err.toString(StandardCharsets.UTF_8));
  }

  private static PrintStream stream(OutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
