package org.portbench.harness.workload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds workloads by name: built-in ones, fio job files and recorded fio iologs. */
public final class Workloads {
  private static final String JOB_FILE = ".fio";
  private static final String IOLOG = ".iolog";
  private static final Path SHIPPED = Path.of("harness", "workloads");

  private Workloads() {}

  public static List<BuiltIn> builtIns() {
    return BuiltIn.all();
  }

  /**
   * @throws WorkloadException where the name leads to nothing that can be run
   */
  public static Workload find(String nameOrPath, WorkloadOptions options) {
    Optional<BuiltIn> builtIn =
        builtIns().stream().filter(known -> known.name().equals(nameOrPath)).findFirst();
    if (builtIn.isPresent()) {
      return builtIn.get().with(options);
    }
    return fromFile(nameOrPath, options);
  }

  private static Workload fromFile(String name, WorkloadOptions options) {
    boolean knownKind = name.endsWith(JOB_FILE) || name.endsWith(IOLOG);
    GivenFile file = GivenFile.of(name);
    if (!Files.exists(file.path())) {
      throw knownKind
          ? file.error("no such file; write " + shipped(file).orElseGet(Workloads::choices))
          : new WorkloadException("unknown workload " + Quoted.of(name) + "; write " + choices());
    }
    Optional<String> kindProblem =
        knownKind ? Optional.empty() : Optional.of("neither a *.fio nor an *.iolog file");
    file.problem()
        .or(() -> kindProblem)
        .ifPresent(problem -> {
          throw file.error(problem);
        });
    if (options.sizeBytes().isPresent()) {
      throw file.error("says its own request sizes; a size changes only a built-in workload");
    }
    return name.endsWith(JOB_FILE)
        ? new FioWorkload(file, options).read()
        : new IologWorkload(file, options).read();
  }

  private static Optional<String> shipped(GivenFile file) {
    Path shipped = SHIPPED.resolve(file.baseName());
    return Files.isRegularFile(shipped) ? Optional.of(shipped.toString()) : Optional.empty();
  }

  private static String choices() {
    String names = builtIns().stream().map(BuiltIn::name).collect(Collectors.joining(", "));
    return "the path of a *.fio or *.iolog file (some are in harness/workloads), or one of "
        + names;
  }
}
