package org.portbench.harness.gate.selftest;

import java.util.ArrayList;
import java.util.List;

/** What is asked wrongly, and a cell that fails, end in exit codes of their own. */
record RefusalCheck(SmallSuite suite) implements Check {
  private static final int USAGE = 2;
  private static final int FAILED = 5;

  /** A machine without the memory that the data of these requests takes. */
  private static final String FAILING =
      """
      description = "a cell that fails"
      machines = ["poor.toml"]
      strategies = ["copy"]
      workloads = ["randread-4k"]
      sizes = ["64k"]
      queue_depths = [16]
      touch = ["data"]
      operations = 40
      """;

  @Override
  public Report run() {
    List<String> failures = new ArrayList<>();
    String nowhere = suite.folder().resolve("nowhere.toml").toString();
    expect(USAGE, List.of("gate", "check", "--suite", nowhere), failures);
    expect(USAGE, List.of("gate", "check", "--suite", "no-such-suite"), failures);
    expect(USAGE, List.of("gate", "check", "--no-such-option"), failures);
    expect(USAGE, List.of("gate", "no-such-command"), failures);
    expect(USAGE, updateBelowAFile(), failures);

    String poor = suite.folder().resolve("poor.toml").toString();
    SmallSuite.write(suite.folder().resolve("poor.toml"), PoorMachine.text());
    SmallSuite.write(suite.folder().resolve("failing.toml"), FAILING);
    String failing = suite.folder().resolve("failing.toml").toString();
    String baseline = suite.baseline().toString();
    String before = SmallSuite.text(suite.baseline());
    expect(FAILED, List.of("gate", "update", "--suite", failing, "--baseline", baseline), failures);
    if (!before.equals(SmallSuite.text(suite.baseline()))) {
      failures.add("an update of a suite whose cell fails changes the baseline");
    }
    expect(
        FAILED,
        List.of(
            "run",
            "--machine",
            poor,
            "--strategy",
            "copy",
            "--size",
            "64k",
            "--queue-depth",
            "16",
            "--touch",
            "data",
            "--operations",
            "40",
            "--out",
            suite.folder().resolve("failed-run").toString()),
        failures);
    return new Report(
        "what is asked wrongly ends with exit code 2, a cell that fails with 5", failures);
  }

  private List<String> updateBelowAFile() {
    List<String> arguments = new ArrayList<>(suite.arguments("update"));
    arguments.set(arguments.size() - 1, suite.cells().resolve("x").resolve("y.json").toString());
    return arguments;
  }

  private void expect(int code, List<String> arguments, List<String> failures) {
    Portbench.Answer answer = suite.portbench().run(arguments);
    if (answer.exitCode() != code || !answer.err().contains("portbench: ")) {
      failures.add(
          String.join(" ", arguments)
              + ": exit code "
              + answer.exitCode()
              + " instead of "
              + code
              + ": "
              + answer.err().strip());
    }
  }
}
