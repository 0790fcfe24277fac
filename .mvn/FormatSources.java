import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks or formats every Java file of the repository; the root pom runs it. */
class FormatSources {
  private static final List<String> MODULES =
      List.of("hardware-model", "harness", "harness/bench", "reports", "results", "strategies");

  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Path root = Path.of(args[1]).toRealPath();
    List<String> command =
        new ArrayList<>(
            write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    for (Path file : sources(root)) {
      command.add(root.relativize(file).toString());
    }

    var out = new StringWriter();
    int status =
        new Main(new PrintWriter(out, true), new PrintWriter(System.err, true), System.in)
            .format(command.toArray(String[]::new));
    if (status != 0) {
      out.toString().lines().forEach(line -> System.err.println("unformatted: " + line));
      System.err.println("To format all sources: mvn -q -N -Pformat verify");
    }
    System.exit(status);
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> files = new ArrayList<>();
    files.add(root.resolve(".mvn/FormatSources.java"));
    for (String module : MODULES) {
      try (Stream<Path> tree = Files.walk(root.resolve(module).resolve("src"))) {
        tree.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
