package org.portbench.harness.gate.selftest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.portbench.harness.experiment.Experiments;
import org.portbench.harness.experiment.Plan;
import org.portbench.harness.experiment.Planner;
import org.portbench.results.exact.Comparison;
import org.portbench.results.exact.ExactCell;
import org.portbench.results.store.BaselineFile;
import org.portbench.strategies.MessagingStrategy;
import org.portbench.strategies.Strategies;

/** The order in which strategies are registered changes nothing. */
record RegistrationCheck(SmallSuite suite) implements Check {
  private static final String SERVICES = "META-INF/services/" + MessagingStrategy.class.getName();

  @Override
  public Report run() {
    Strategies backwards = new Strategies(new Backwards(file()));
    List<String> names = backwards.all().stream().map(MessagingStrategy::name).toList();
    Plan plan = new Planner(Experiments.find(suite.cells().toString()), names, Map.of()).plan();
    List<ExactCell> cells =
        new TestBench(plan, backwards, 1).cells().stream().map(KnownCell::exact).toList();
    Comparison comparison = Comparison.of(new BaselineFile(suite.baseline()).read().cells(), cells);
    List<String> failures = new ArrayList<>();
    if (!comparison.complete()) {
      failures.add("other strategies are found: " + names);
    }
    comparison.changed().forEach(cell -> failures.add(cell.id() + " is not the same"));
    return new Report(
        "%d strategies in another order change nothing".formatted(names.size()), failures);
  }

  /** The strategies as they are registered, from the last to the first. */
  private Path file() {
    try (InputStream registered =
        MessagingStrategy.class.getClassLoader().getResourceAsStream(SERVICES)) {
      String text = new String(registered.readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList().reversed();
      return Files.write(suite.folder().resolve("services"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Finds services in one file instead of where they are. */
  private static final class Backwards extends ClassLoader {
    private final Path file;

    Backwards(Path file) {
      super(MessagingStrategy.class.getClassLoader());
      this.file = file;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      return name.equals(SERVICES)
          ? Collections.enumeration(List.of(file.toUri().toURL()))
          : super.getResources(name);
    }
  }
}
