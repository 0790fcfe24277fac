package org.portbench.harness.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portbench.hardware.cost.Nearest;

/** Where experiments come from: the built-in ones, files of the user's own, and a bare matrix. */
public final class Experiments {
  /** What is run where the user names nothing. */
  public static final String DEFAULT = "dillon-2003";

  private static final List<String> NAMES =
      List.of(
          DEFAULT,
          "quick",
          "crossover",
          "layers",
          "touch",
          "cpus",
          "iommu",
          "queue-depth",
          "cached",
          "eras",
          "address-space",
          "mechanisms",
          "ci");
  private static final String ENDING = ".toml";

  private Experiments() {}

  public static List<String> names() {
    return NAMES;
  }

  /** A built-in experiment, or one in a file. */
  public static Experiment find(String nameOrPath) {
    Name name = Name.typed(nameOrPath);
    return name.isFile(ENDING)
        ? read(GivenText.inFile(name, "it needs a description"))
        : builtIn(nameOrPath);
  }

  /** All strategies, on the machine of today, asked for small random reads. */
  public static Experiment bare() {
    Matrix matrix =
        new Matrix(
            List.of(Name.typed("server-2024")),
            List.of(),
            List.of(Name.typed("randread-4k")),
            List.of(),
            List.of(),
            Map.of(),
            Optional.empty(),
            Matrix.UNSAID.operations());
    return new Experiment("custom", "what the command line says", 1, List.of(matrix));
  }

  /** Random reads and writes of three sizes, for a machine that is there. */
  public static Experiment onLinux() {
    Matrix matrix =
        new Matrix(
            List.of(),
            List.of(),
            List.of(Name.typed("randwrite-4k"), Name.typed("randread-4k")),
            List.of(4L << 10, 64L << 10, 1L << 20),
            List.of(),
            Map.of(),
            Optional.empty(),
            Matrix.UNSAID.operations());
    return new Experiment("linux", "reads and writes on this machine", 1, List.of(matrix));
  }

  private static Experiment builtIn(String name) {
    if (!NAMES.contains(name)) {
      throw new ExperimentException(
          "unknown experiment '%s'; %s (one of your own is a *.toml file)"
              .formatted(name, Nearest.hint(name, NAMES)));
    }
    return read(GivenText.builtIn("experiments/" + name + ENDING));
  }

  private static Experiment read(GivenText given) {
    return new ExperimentText(given.name(), given.tables(), given.text()).read();
  }
}
