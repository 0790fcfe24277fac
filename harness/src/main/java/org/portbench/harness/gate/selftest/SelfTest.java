package org.portbench.harness.gate.selftest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.portbench.harness.experiment.Plan;
import org.portbench.strategies.Strategies;

/**
 * All that the gate must do, tried: it fails where it must, with the exit code that it must, and
 * nowhere else.
 *
 * @param plan the suite's
 * @param portbench the command line that the gate is part of
 * @param main the class that it begins with in a JVM of its own
 * @param folder to write to
 */
public record SelfTest(
    Plan plan, Strategies strategies, int jobs, Portbench portbench, String main, Path folder) {

  /** Says what comes of each check, a line each; returns whether all passed. */
  public boolean run(Consumer<String> lines) {
    TestBench bench = new TestBench(plan, strategies, jobs);
    List<Check> checks = new ArrayList<>();
    checks.add(() -> new Check.Report("each of the suite's cells passes", bench.failed()));
    bench.machines().forEach(machine -> checks.add(new NumbersCheck(bench, machine)));
    checks.add(new PrimitivesCheck(bench));
    checks.add(new MetricsCheck(bench));
    checks.add(new NoiseCheck());
    SmallSuite small = SmallSuite.in(folder, portbench);
    checks.add(new RegistrationCheck(small));
    checks.add(new IrrelevanceCheck(small));
    checks.add(new CollectorCheck(small, main));
    checks.add(new DamageCheck(small));
    checks.add(new RefusalCheck(small));
    int failed = 0;
    for (Check check : checks) {
      Check.Report report = check.run();
      lines.accept((report.passed() ? "ok    " : "FAIL  ") + report.what());
      report.failures().forEach(failure -> lines.accept("      " + failure));
      failed += report.passed() ? 0 : 1;
    }
    lines.accept(
        failed == 0
            ? "The gate passes its self-test: %d checks.".formatted(checks.size())
            : "The gate fails its self-test: %d of %d checks.".formatted(failed, checks.size()));
    return failed == 0;
  }
}
